package org.dramatis.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A small checkout with the real launcher, and a machine around it that holds only what it is
 * given: a search path of a few tools, JDKs that are scripts, a Maven that notes each call.
 */
final class House {

  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sha256sum",
          "shasum",
          "sleep",
          "sort",
          "tail",
          "xargs");

  private final Path machine;
  private final Map<String, String> environment = new HashMap<>();

  /** What a finished start left behind. */
  record Outcome(int exitCode, String out, String err) {}

  House(Path folder) throws IOException {
    machine = folder.resolve("a machine");
    Files.createDirectories(checkout().resolve("src/main/java"));
    Files.createDirectories(checkout().resolve(".mvn"));
    Files.createDirectories(checkout().resolve("docs"));
    Files.copy(Path.of("dramatis").toAbsolutePath(), launcher());
    write("pom.xml", "<project/>");
    write("LICENSE", "free");
    write(".mvn/jvm.config", "");
    write("docs/problems.md", "");
    write("src/main/java/A.java", "class A {}");
    for (String tool : TOOLS) {
      linkFromPath(tool);
    }
    environment.put("HOME", Files.createDirectories(machine.resolve("home")).toString());
    environment.put("PATH", machine.resolve("tools").toString());
    environment.put("DRAMATIS_JDKS", Files.createDirectories(machine.resolve("jdks")).toString());
  }

  /**
   * Takes down what points out of the machine, so that clearing its folder touches nothing else.
   */
  void moveOut() throws IOException {
    try (Stream<Path> files = Files.walk(machine)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  Path checkout() {
    return machine.resolve("check out");
  }

  Path launcher() {
    return checkout().resolve("dramatis");
  }

  /** A file of the checkout gets this content. */
  House write(String file, String content) throws IOException {
    Files.writeString(checkout().resolve(file), content);
    return this;
  }

  House set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Installs a JDK that only says which it is and what it was asked; it cannot serve. */
  Path installJdk(String name, String version) throws IOException {
    Path home = machine.resolve("jdks").resolve(name);
    executable(home.resolve("bin/javac"), "exit 99");
    executable(
        home.resolve("bin/java"),
        """
        for argument in "$@"; do [[ $argument != serve ]] || exit 1; done
        echo "%s: $*"
        """
            .formatted(name));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return home;
  }

  /** Installs the JDK that runs this test. */
  void installRealJdk() throws IOException {
    Files.createSymbolicLink(
        machine.resolve("jdks/real"), Path.of(System.getProperty("java.home")).toRealPath());
  }

  void putOnPath(Path folder) {
    environment.merge("PATH", folder.toString(), (old, first) -> first + ":" + old);
  }

  /**
   * Installs a Maven that notes its arguments and does what the body says; {@code $target} is where
   * it builds.
   */
  void installMaven(String body) throws IOException {
    executable(
        machine.resolve("tools/mvn"),
        """
        echo "$*" >>'%s'
        for argument in "$@"; do
          case $argument in -Ddramatis.target=*) target=${argument#*=} ;; esac
        done
        """
                .formatted(machine.resolve("maven-calls"))
            + body);
  }

  /** Installs a Maven whose build yields the stand-in for the program. */
  void installMavenThatBuilds() throws IOException {
    Path jar = machine.resolve("stand-in.jar");
    writeStandIn(jar);
    installMaven(
        """
        echo '[INFO] --- maven-compiler-plugin:1:compile (default-compile) @ dramatis ---'
        [[ -z ${target:-} ]] || { mkdir -p "$target" && cat '%s' >"$target/dramatis.jar"; }
        """
            .formatted(jar));
  }

  /** The arguments of each call of Maven so far. */
  List<String> mavenCalls() throws IOException {
    Path calls = machine.resolve("maven-calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** The caches of quick starts that were prepared. */
  List<Path> caches() throws IOException {
    try (Stream<Path> files = Files.walk(checkout().resolve("target/launcher"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  Process begin(Path script, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(script.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(machine.resolve("home").toFile());
    return builder.start();
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return outcomeOf(begin(launcher(), arguments));
  }

  static Outcome outcomeOf(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    StringBuilder err = new StringBuilder();
    Thread reader = Thread.ofVirtual().start(() -> err.append(readErrors(process)));
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    reader.join();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the launcher did not end; it said: " + err);
    }
    return new Outcome(process.exitValue(), out, err.toString());
  }

  private static String readErrors(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void linkFromPath(String tool) throws IOException {
    Files.createDirectories(machine.resolve("tools"));
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        Files.createSymbolicLink(machine.resolve("tools").resolve(tool), file);
        return;
      }
    }
  }

  private static void executable(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/usr/bin/env bash\n" + body);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  private static void writeStandIn(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
    String entry = StandIn.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        var in = StandIn.class.getResourceAsStream("StandIn.class")) {
      if (in == null) {
        throw new IOException(entry + " is not on the class path");
      }
      out.putNextEntry(new ZipEntry(entry));
      in.transferTo(out);
    }
  }
}
