package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query is computed for somebody: when he goes away, it ends. */
class LeavingClientIT {

  private static final String NEVER_ENDING =
      TestServer.sparql("ASK { FILTER REGEX(\"%s\", \"(.*a){25}b\") }".formatted("a".repeat(60)));
  private static final String QUICK = TestServer.sparql("ASK {}");

  private static final String LOG = "requests.log";

  /** What a busy machine may add to the second that is promised. */
  private static final Duration SLACK = Duration.ofMillis(300);

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server =
        TestServer.start(
            folder,
            "",
            TestServer.settings(
                "request-log", folder.resolve(LOG).toString(), "log-format", "json"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aClosedConnectionEndsItsQuery() throws Exception {
    assertThatItEnds(RawClient.get(NEVER_ENDING), RawClient::close);
  }

  @Test
  void aResetConnectionEndsItsQuery() throws Exception {
    assertThatItEnds(RawClient.get(NEVER_ENDING), RawClient::reset);
  }

  @Test
  void aClosedConnectionEndsAQueryThatCameInABody() throws Exception {
    String form = NEVER_ENDING.substring(NEVER_ENDING.indexOf('?') + 1);
    assertThatItEnds(
        "POST /sparql HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form,
        RawClient::close);
  }

  /** A way to go away. */
  @FunctionalInterface
  private interface Leaving {
    void leave(RawClient client) throws IOException;
  }

  /** The server runs in this process, so that its log and this test have one clock. */
  private static void assertThatItEnds(String request, Leaving leaving) throws Exception {
    int before = lines().size();
    RawClient client = new RawClient(server.port());
    client.send(request);
    assertThat(within(5, () -> server.workers().running() == 1)).isTrue();
    Instant left = Instant.now();
    leaving.leave(client);
    assertThat(within(5, () -> lines().size() > before)).isTrue();

    JsonObject line = JSON.parse(lines().getLast());
    assertThat(line.getString("outcome")).isEqualTo("client_gone");
    assertThat(Duration.between(left, Instant.parse(line.getString("time"))))
        .as("a line is written when nothing is computed any more")
        .isPositive()
        .isLessThan(Duration.ofSeconds(1).plus(SLACK));
    assertThat(server.workers().running()).isZero();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(folder.resolve(LOG));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void requestsOneAfterTheOtherOnAConnectionAreAllAnswered() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      for (int i = 0; i < 3; i++) {
        assertThat(client.send(RawClient.get(QUICK)).answer()).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void aRequestSentWhileTheOneBeforeIsComputedIsAnsweredAfterIt() throws Exception {
    try (TestServer impatient =
            TestServer.start(
                folder.resolve("impatient"), "", TestServer.settings("time-limit", "1.5"));
        RawClient client = new RawClient(impatient.port())) {
      client.send(RawClient.get(NEVER_ENDING));
      Thread.sleep(700);
      client.send(RawClient.get(QUICK)).send(RawClient.get(QUICK));
      assertThat(client.answer()).startsWith("HTTP/1.1 504");
      assertThat(client.answer()).startsWith("HTTP/1.1 200");
      assertThat(client.answer()).startsWith("HTTP/1.1 200");
      assertThat(client.send(RawClient.get(QUICK)).answer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void requestsSentAllAtOnceAreAnsweredInOrder() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send(RawClient.get(QUICK).repeat(2) + RawClient.get("/nothing"));
      assertThat(client.answer()).startsWith("HTTP/1.1 200");
      assertThat(client.answer()).startsWith("HTTP/1.1 200");
      assertThat(client.answer()).startsWith("HTTP/1.1 404");
    }
  }

  private static boolean within(int seconds, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return condition.getAsBoolean();
  }
}
