package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real program in a process of its own, and a client that asks it. */
final class ServerProcess implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile("Dramatis \\S+ is ready at (http://localhost:(\\d+)/)");

  private final Process process;
  private final BufferedReader out;
  private final BufferedReader err;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.out = process.inputReader();
    this.err = process.errorReader();
    Matcher ready = READY.matcher(String.valueOf(out.readLine()));
    assertThat(ready.matches()).as("ready").isTrue();
    this.address = URI.create(ready.group(1));
  }

  static ServerProcess start(Path folder, String... options) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(
            List.of(java, "-cp", System.getProperty("java.class.path"), "org.dramatis.Main"));
    command.addAll(List.of("serve", "--project=" + folder, "--port=0", "--request-log=none"));
    command.addAll(List.of(options));
    return new ServerProcess(new ProcessBuilder(command).start());
  }

  static String sparql(String query) {
    return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path), BodyHandlers.ofString());
  }

  HttpResponse<String> postJson(String path, String json) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> getLater(String path) {
    return client.sendAsync(request(path), BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60)).build();
  }

  /** Opens a connection and sends the beginning of a request. */
  Socket send(String text) throws IOException {
    Socket socket = new Socket("localhost", address.getPort());
    socket.setSoTimeout(60_000);
    OutputStream to = socket.getOutputStream();
    to.write(text.getBytes(StandardCharsets.UTF_8));
    to.flush();
    return socket;
  }

  static String rest(InputStream from) throws IOException {
    return new String(from.readAllBytes(), StandardCharsets.UTF_8);
  }

  void terminate() {
    process.toHandle().destroy(); // leaves its output to be read
  }

  String nextComplaint() throws IOException {
    return String.valueOf(err.readLine());
  }

  /** What is left of what it had to complain of until it ended. */
  List<String> complaints() {
    return err.lines().toList();
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    client.shutdownNow();
    out.close();
    err.close();
  }
}
