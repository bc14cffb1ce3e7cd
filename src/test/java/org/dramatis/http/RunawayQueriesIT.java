package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile queries against the real server, five of each at once. With {@code -Ddramatis.strict} the
 * bounds are those that are promised; without it they leave room for a busy machine.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunawayQueriesIT {

  private static final boolean STRICT = Boolean.getBoolean("dramatis.strict");
  private static final Duration LIMIT = STRICT ? Duration.ofSeconds(1) : Duration.ofMillis(300);
  private static final Duration GRACE = STRICT ? Duration.ofSeconds(1) : Duration.ofSeconds(4);
  private static final Duration HEALTH = STRICT ? Duration.ofMillis(100) : Duration.ofSeconds(2);
  private static final double IDLE = STRICT ? 0.2 : 0.8;
  private static final int AT_ONCE = 5;

  @TempDir static Path folder;
  private static TestServer server;
  private static HttpClient client;
  private static Pulse pulse;

  @BeforeAll
  static void start() throws IOException {
    server =
        TestServer.start(
            folder,
            DenseData.trig(),
            TestServer.settings(
                "time-limit",
                LIMIT.toMillis() / 1000.0 + "",
                "running",
                "8",
                "client-work",
                "0",
                "waiting",
                "1000"));
    client = HttpClient.newHttpClient();
    pulse = Pulse.of(server.uri("/health"));
  }

  @AfterAll
  static void stop() {
    pulse.close();
    client.close();
    server.close();
  }

  static Stream<Shapes.Shape> runaways() throws IOException {
    return Shapes.read("runaway.txt").stream();
  }

  static Stream<Shapes.Shape> extremes() throws IOException {
    return Shapes.read("extremes.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("runaways")
  @Order(1)
  @Timeout(60)
  void aRunawayQueryIsStopped(Shapes.Shape shape) throws Exception {
    for (Ending end : sendAll(shape, AT_ONCE)) {
      if (end.isBroken()) {
        // Rows were on their way, and there is no other way to say that they are not all.
        assertThat(end.status()).as(end.toString()).hasValue(200);
      } else {
        assertThat(end.status().get()).as(end.body()).isIn(503, 504, 507);
      }
      assertThat(end.time()).isLessThan(LIMIT.plus(GRACE));
    }
  }

  @ParameterizedTest
  @MethodSource("extremes")
  @Order(2)
  @Timeout(60)
  void anExtremeQueryIsAnsweredOrRefused(Shapes.Shape shape) throws Exception {
    for (Ending end : sendAll(shape, 2)) {
      assertThat(end.failure()).isEmpty();
      assertThat(end.status().get()).as(end.body()).isIn(200, 400, 403, 413, 504, 507);
      assertThat(end.body()).isNotBlank();
      assertThat(end.time()).isLessThan(LIMIT.plus(GRACE));
    }
  }

  @Test
  @Order(3)
  void theServerIsIdleSoonAfterAndWasWellThroughout() throws Exception {
    assertThat(server.get(TestServer.sparql("ASK { :n0 :p :n1 }")).body()).contains("true");
    Thread.sleep(2000);
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long before = process.getProcessCpuTime();
    long begin = System.nanoTime();
    Thread.sleep(1000);
    double cores = (process.getProcessCpuTime() - before) / (double) (System.nanoTime() - begin);

    assertThat(cores).isLessThan(IDLE);
    assertThat(pulse.failures()).isZero();
    assertThat(pulse.percentile(99)).isLessThan(HEALTH);
  }

  private static List<Ending> sendAll(Shapes.Shape shape, int count)
      throws InterruptedException, ExecutionException {
    List<CompletableFuture<Ending>> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sent.add(Ending.of(client, server.uri("/sparql"), Graphs.query(shape.text())));
    }
    List<Ending> ends = new ArrayList<>();
    for (CompletableFuture<Ending> end : sent) {
      ends.add(end.get());
    }
    return ends;
  }
}
