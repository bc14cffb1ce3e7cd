package org.dramatis.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many connections at once, most of them slow: whoever asks something ordinary notices nothing.
 * {@code src/soak/crowd.py} does the same with ten times as many.
 */
class CrowdIT {

  private static final int IDLE = 200;
  private static final int SLOW = 50;
  private static final int READERS = 20;
  private static final int ASKED = 200;

  /** The contract says 200 ms, of a machine that does nothing else at the time. */
  private static final Duration MOST = Duration.ofSeconds(1);

  /** Some 90 MB of JSON, which nobody reads. */
  private static final String LARGE =
      TestServer.sparql("SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }");

  @TempDir private static Path folder;
  private static TestServer server;

  private final List<RawClient> crowd = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    String data =
        IntStream.range(0, 400).mapToObj(":s%d :p :o ."::formatted).collect(joining("\n"));
    server = TestServer.start(folder, "GRAPH :g {" + data + "}", TestServer.settings());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void leave() throws IOException {
    for (RawClient client : crowd) {
      client.close();
    }
  }

  private void join(int number, String beginning) throws IOException {
    for (int i = 0; i < number; i++) {
      crowd.add(new RawClient(server.port()).send(beginning));
    }
  }

  @Test
  void ordinaryQuestionsAreAnsweredAmongSlowClients() throws Exception {
    join(IDLE, "");
    join(SLOW, "GET /sparql?query=ASK HTTP/1.1\r\nHost: local");
    join(
        SLOW,
        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            + "Content-Length: 100\r\n\r\nASK");
    join(READERS, RawClient.get(LARGE));
    Thread.sleep(500);
    long[] nanos = new long[ASKED];
    for (int i = 0; i < ASKED; i++) {
      long began = System.nanoTime();
      HttpResponse<String> answer = server.get(TestServer.sparql("ASK { FILTER(" + i + " = 1) }"));
      nanos[i] = System.nanoTime() - began;
      assertThat(answer.statusCode()).isEqualTo(200);
    }
    Arrays.sort(nanos);
    assertThat(Duration.ofNanos(nanos[ASKED * 99 / 100])).isLessThan(MOST);
    assertThat(server.workers().sending()).isPositive();
  }

  @Test
  void whoeverBeganSlowlyIsAnsweredInTheEnd() throws Exception {
    join(1, "GET /sparql?query=ASK%7B%7D HT");
    join(
        1,
        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            + "Content-Length: 5\r\n\r\nAS");
    Thread.sleep(300);
    assertThat(crowd.get(0).send("TP/1.1\r\nHost: localhost\r\n\r\n").answer()).contains(" 200 OK");
    assertThat(crowd.get(1).send("K{}").answer()).contains(" 200 OK");
  }
}
