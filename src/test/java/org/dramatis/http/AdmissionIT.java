package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too much at once is sent away politely, and whoever asks for too much is told. */
class AdmissionIT {

  private static final String NEVER_ENDING =
      "ASK { FILTER REGEX(\"%s\", \"(.*a){25}b\") }".formatted("a".repeat(60));

  @TempDir private Path folder;

  private final List<RawClient> crowd = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (RawClient client : crowd) {
      client.close();
    }
  }

  /** A client behind the proxy that the server believes in, who asks for ever. */
  private void askForEver(TestServer server, String address, int number) throws IOException {
    String path = TestServer.sparql(NEVER_ENDING + "#" + number);
    crowd.add(
        new RawClient(server.port())
            .send(
                "GET %s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\n\r\n"
                    .formatted(path, address)));
  }

  private static HttpResponse<String> ask(TestServer server, String address, String query)
      throws IOException, InterruptedException {
    return server.get(TestServer.sparql(query), "X-Forwarded-For", address);
  }

  private TestServer start(String... more) throws IOException {
    List<String> settings =
        new ArrayList<>(List.of("behind-proxy", "true", "running", "2", "waiting", "3"));
    settings.addAll(List.of(more));
    return TestServer.start(folder, "", TestServer.settings(settings.toArray(String[]::new)));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void aFloodTakesNoTurnFromAnother() throws Exception {
    try (TestServer server = start()) {
      for (int i = 0; i < 4; i++) {
        askForEver(server, "192.0.2.1", i);
      }
      await(() -> server.workers().waiting() == 3);
      assertThat(server.workers().running()).isOne();
      assertThat(ask(server, "192.0.2.2", "ASK {}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFullQueueIsAnsweredWithWhenToComeBackAndHealthGoesOn() throws Exception {
    try (TestServer server = start()) {
      for (int i = 0; i < 5; i++) {
        askForEver(server, "192.0.2." + i, i);
      }
      await(() -> server.workers().waiting() == 3 && server.workers().running() == 2);
      HttpResponse<String> refused = ask(server, "192.0.2.9", "ASK {}");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(refused.body()).contains("overloaded");
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
      assertThat(server.get("/ready").statusCode()).isEqualTo(200);
      assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoeverDoesNotWaitAnyLongerLeavesTheQueue() throws Exception {
    try (TestServer server = start()) {
      for (int i = 0; i < 5; i++) {
        askForEver(server, "192.0.2." + i, i);
      }
      await(() -> server.workers().waiting() == 3);
      for (RawClient client : crowd) {
        client.close();
      }
      await(() -> server.workers().waiting() == 0 && server.workers().running() == 0);
    }
  }

  @Test
  void aClientWhoUsedUpHisShareIsToldWhenThereIsMoreAndOthersAreNot() throws Exception {
    try (TestServer server = start("client-work", "1", "client-burst", "1", "time-limit", "1.5")) {
      assertThat(ask(server, "192.0.2.1", NEVER_ENDING).statusCode()).isEqualTo(504);
      HttpResponse<String> refused = ask(server, "192.0.2.1", "ASK {}");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1, 60);
      assertThat(refused.body()).contains("quota-used-up");
      assertThat(ask(server, "192.0.2.2", "ASK {}").statusCode()).isEqualTo(200);
      assertThat(server.get("/health", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void nothingIsReadFromWhoUsedUpHisShare() throws Exception {
    try (TestServer server = start("client-work", "1", "client-burst", "1", "time-limit", "1.5");
        RawClient client = new RawClient(server.port())) {
      assertThat(ask(server, "192.0.2.1", NEVER_ENDING).statusCode()).isEqualTo(504);
      client.send(
          """
          POST /sparql HTTP/1.1\r
          Host: localhost\r
          X-Forwarded-For: 192.0.2.1\r
          Content-Type: application/sparql-query\r
          Content-Length: 6\r
          Expect: 100-continue\r
          \r
          """);
      assertThat(client.answer()).startsWith("HTTP/1.1 429");
    }
  }

  @Test
  void cheapRequestsAreCountedToo() throws Exception {
    try (TestServer server = start("client-work", "0.1", "client-burst", "0.1")) {
      int answered = 0;
      while (ask(server, "192.0.2.1", "ASK {}").statusCode() == 200) {
        answered++;
        assertThat(answered).isLessThan(2000);
      }
      assertThat(answered).isPositive();
    }
  }

  @Test
  void onlyTheProxysOwnWordCounts() throws Exception {
    try (TestServer server = start("client-work", "1", "client-burst", "1", "time-limit", "1.5")) {
      assertThat(ask(server, "192.0.2.66, 192.0.2.1", NEVER_ENDING).statusCode()).isEqualTo(504);
      assertThat(ask(server, "192.0.2.66", "ASK {}").statusCode()).isEqualTo(200);
      assertThat(ask(server, "192.0.2.67, 192.0.2.1", "ASK {}").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void nobodyIsBelievedWithoutAProxy() throws Exception {
    try (TestServer server =
        start(
            "behind-proxy",
            "false",
            "client-work",
            "1",
            "client-burst",
            "1",
            "time-limit",
            "1.5")) {
      assertThat(ask(server, "192.0.2.1", NEVER_ENDING).statusCode()).isEqualTo(504);
      assertThat(ask(server, "192.0.2.2", "ASK {}").statusCode()).isEqualTo(429);
    }
  }
}
