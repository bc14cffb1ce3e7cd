package org.dramatis.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many connections at once, most of them slow: whoever asks something ordinary notices nothing.
 * {@code src/soak/crowd.py} does the same with ten times as many.
 */
class CrowdIT {

  private static final int ASKED = 200;

  private static final Duration MOST = Duration.ofMillis(200);

  /** Some 90 MB of JSON, which nobody reads. */
  private static final String LARGE =
      TestServer.sparql("SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }");

  @TempDir private static Path folder;
  private static TestServer server;

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

  /**
   * The longest that 99 of 100 may take. Where more want to compute than there are cores, each
   * waits for the others, so the time grows as the load of the last minute on each core.
   */
  private static Duration most() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    double load = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    return Duration.ofNanos((long) (MOST.toNanos() * Math.max(1, load)));
  }

  @Test
  void ordinaryQuestionsAreAnsweredAmongSlowClients() throws Exception {
    long[] nanos = new long[ASKED];
    try (Crowd _ = Crowd.at(server.port(), LARGE)) {
      Thread.sleep(500);
      for (int i = 0; i < ASKED; i++) {
        long began = System.nanoTime();
        HttpResponse<String> answer =
            server.get(TestServer.sparql("ASK { FILTER(" + i + " = 1) }"));
        nanos[i] = System.nanoTime() - began;
        assertThat(answer.statusCode()).isEqualTo(200);
      }
      assertThat(server.workers().sending()).isPositive();
    }
    Arrays.sort(nanos);
    assertThat(Duration.ofNanos(nanos[ASKED * 99 / 100])).isLessThan(most());
  }

  @Test
  void whoeverBeganSlowlyIsAnsweredInTheEnd() throws Exception {
    try (RawClient head = new RawClient(server.port());
        RawClient body = new RawClient(server.port())) {
      head.send("GET /sparql?query=ASK%7B%7D HT");
      body.send(
          "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
              + "Content-Length: 5\r\n\r\nAS");
      Thread.sleep(300);

      assertThat(head.send("TP/1.1\r\nHost: localhost\r\n\r\n").answer()).contains(" 200 OK");
      assertThat(body.send("K{}").answer()).contains(" 200 OK");
    }
  }
}
