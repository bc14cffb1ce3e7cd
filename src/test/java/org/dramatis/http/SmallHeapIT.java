package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with little memory, under more hostile queries than it can take. */
class SmallHeapIT {

  private static final int AT_ONCE = 100;
  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final Pattern HEAP_FAULT = Pattern.compile("OutOfMemoryError|heap space|ERROR");

  @TempDir private Path folder;

  @Test
  @Timeout(240)
  void eachOfAHundredHostileQueriesAtOnceIsToldHowItEndedByAServerOf256Megabytes()
      throws Exception {
    Process process = startServer();
    try (BufferedReader said = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://localhost:" + said.readLine() + "/sparql");
      List<Shapes.Shape> shapes = Shapes.read("runaway.txt");
      List<CompletableFuture<Ending>> sent = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        sent.add(Ending.of(client, address, Graphs.query(shapes.get(i % shapes.size()).text())));
      }
      for (int i = 0; i < AT_ONCE; i++) {
        assertThatItIsTold(sent.get(i).get(), shapes.get(i % shapes.size()));
      }
      Ending after = Ending.of(client, address, Graphs.query("ASK { :n0 :p :n1 }")).get();

      assertThat(after.status()).hasValue(200);
      assertThat(after.body()).contains("true");
      assertThat(after.time()).isLessThan(QUICK);
      assertThat(process.isAlive()).isTrue();
      process.getOutputStream().close();
      assertThat(process.waitFor()).as("it ends in order, with its log").isZero();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(Files.readAllLines(log()))
        .as("every request is in the log, and no heap is full")
        .hasSizeGreaterThan(AT_ONCE)
        .noneMatch(line -> HEAP_FAULT.matcher(line).find());
  }

  private static void assertThatItIsTold(Ending end, Shapes.Shape shape) {
    assertThat(end.status()).as(shape + ": " + end).isPresent();
    if (end.isBroken()) {
      assertThat(end.status()).as(shape + ": " + end.failure()).hasValue(200);
      assertThat(end.bytes()).as(shape + ": " + end.failure()).isPositive();
    } else {
      assertThat(end.status().get()).as(shape + ": " + end.body()).isIn(200, 429, 503, 504, 507);
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

  private Process startServer() throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            classes,
            SmallServer.class.getName())
        .redirectError(log().toFile())
        .start();
  }

  /** What the server says of itself and of each request. */
  private Path log() {
    return folder.resolve("server.log");
  }
}
