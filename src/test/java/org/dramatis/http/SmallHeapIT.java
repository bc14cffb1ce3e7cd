package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server with little memory, under more hostile queries than it can take. */
class SmallHeapIT {

  private static final int AT_ONCE = 100;

  @Test
  @Timeout(240)
  void aServerOf256MegabytesOutlivesAHundredHostileQueriesAtOnce() throws Exception {
    Process process = startServer();
    try (BufferedReader said = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://localhost:" + said.readLine() + "/sparql");
      List<Shapes.Shape> shapes = Shapes.read("runaway.txt");
      List<CompletableFuture<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        String query = Graphs.query(shapes.get(i % shapes.size()).text());
        sent.add(
            client
                .sendAsync(post(address, query), BodyHandlers.discarding())
                .handle((response, _) -> response == null ? 504 : response.statusCode()));
      }
      for (CompletableFuture<Integer> status : sent) {
        assertThat(status.get()).isIn(503, 504, 507, 429);
      }
      HttpResponse<String> after =
          client.send(post(address, Graphs.query("ASK { :n0 :p :n1 }")), BodyHandlers.ofString());

      assertThat(after.statusCode()).isEqualTo(200);
      assertThat(after.body()).contains("true");
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  @Timeout(60)
  void queriesThatArriveSlowlyAreBoundedTogether() throws Exception {
    Process process = startServer();
    List<RawClient> crowd = new ArrayList<>();
    try (BufferedReader said = process.inputReader()) {
      int port = Integer.parseInt(said.readLine());
      String large = "Content-Length: 1048576\r\n";
      for (int i = 0; i < AT_ONCE; i++) {
        crowd.add(new RawClient(port).send(arriving(large)));
      }
      String told = "";
      while (!told.startsWith("HTTP/1.1 503")) {
        try (RawClient another = new RawClient(port)) {
          told = another.send(arriving(large + "Expect: 100-continue\r\n")).firstLine();
        }
      }
      try (RawClient small = new RawClient(port)) {
        assertThat(small.send(arriving("Content-Length: 6\r\n") + "ASK {}").answer())
            .startsWith("HTTP/1.1 200");
      }
    } finally {
      for (RawClient client : crowd) {
        client.close();
      }
      process.destroyForcibly().waitFor();
    }
  }

  private static String arriving(String headers) {
    return "POST /sparql HTTP/1.1\r\nHost: localhost\r\n"
        + "Content-Type: application/sparql-query\r\n"
        + headers
        + "\r\n";
  }

  private static HttpRequest post(URI address, String query) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/sparql-query")
        .timeout(Duration.ofMinutes(2))
        .POST(BodyPublishers.ofString(query))
        .build();
  }

  private static Process startServer() throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            classes,
            SmallServer.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
