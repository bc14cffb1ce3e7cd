package org.dramatis.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.atlas.json.JsonObject;

/** A headless Chromium of its own process and profile. */
final class Chromium implements AutoCloseable {

  /** Names the program where it is not on the path. */
  static final String VARIABLE = "DRAMATIS_CHROMIUM";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final Path profile;
  private final DevTools tools;

  private Chromium(Process process, Path profile, DevTools tools) {
    this.process = process;
    this.profile = profile;
    this.tools = tools;
  }

  /** The program, if there is one. */
  static Optional<Path> find() {
    Optional<Path> named = Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of);
    if (named.isPresent()) {
      return named;
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it and waits until it can be spoken to. */
  static Chromium start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("chromium");
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-component-update",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"));
    if (System.getProperty("user.name", "").equals("root")) {
      command.add("--no-sandbox"); // It refuses to start for root otherwise.
    }
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return new Chromium(process, profile, new DevTools(address(process)));
  }

  private static URI address(Process process) throws IOException {
    BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      said.append(line).append('\n');
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> errors.lines().forEach(_ -> {}));
        return URI.create(matcher.group(1));
      }
    }
    throw new IOException("Chromium did not start: " + said);
  }

  /** Opens a tab that shares nothing with others. */
  Tab open() {
    JsonObject target = new JsonObject();
    target.put("url", "about:blank");
    target.put(
        "browserContextId",
        tools
            .send("", "Target.createBrowserContext", new JsonObject())
            .getString("browserContextId"));
    JsonObject attach = new JsonObject();
    attach.put("targetId", tools.send("", "Target.createTarget", target).getString("targetId"));
    attach.put("flatten", true);
    String session = tools.send("", "Target.attachToTarget", attach).getString("sessionId");
    return new Tab(tools, session, attach.getString("targetId"));
  }

  @Override
  public void close() throws IOException {
    tools.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    PathUtils.deleteDirectory(profile);
  }
}
