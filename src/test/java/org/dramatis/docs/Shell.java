package org.dramatis.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dramatis.http.ProjectServer;

/** Runs what the documentation shows, in the folder of the project. */
final class Shell {

  private static final int MINUTES = 2;

  private Shell() {}

  /** What the script prints; it has to end well. */
  static String run(String script, String... interpreter) throws IOException, InterruptedException {
    requireInstalled(interpreter[0]);
    Path input = Files.createTempFile("block", ".txt");
    Path errors = Files.createTempFile("block", ".err");
    try {
      Files.writeString(input, script);
      ProcessBuilder builder =
          new ProcessBuilder(interpreter)
              .directory(ProjectServer.PROJECT.toFile())
              .redirectInput(input.toFile())
              .redirectError(errors.toFile());
      jar().ifPresent(jar -> builder.environment().put("DRAMATIS_JAR", jar));
      Process process = builder.start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      assertThat(ended).as("it ends within %d minutes", MINUTES).isTrue();
      assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
      return printed;
    } finally {
      Files.delete(input);
      Files.delete(errors);
    }
  }

  /** The jar under test, which the launcher is told of so that it need not build another. */
  static Optional<String> jar() {
    return Optional.ofNullable(System.getProperty("dramatis.jar"))
        .filter(jar -> Files.isReadable(Path.of(jar)));
  }

  /**
   * What an example needs. A machine of a developer may lack it, and the example is left out; where
   * the project is built for all (CI is set) nothing is left out.
   */
  static void require(boolean there, String what) {
    require(there, what, "true".equals(System.getenv("CI")));
  }

  static void require(boolean there, String what, boolean nothingIsLeftOut) {
    if (nothingIsLeftOut) {
      assertThat(there).as(what).isTrue();
    } else {
      assumeThat(there).as(what).isTrue();
    }
  }

  private static void requireInstalled(String command) {
    boolean installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    require(installed, "%s is installed on this machine".formatted(command));
  }
}
