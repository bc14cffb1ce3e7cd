package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent for nothing is neither asked for nor read for long. */
class UnwantedBodiesIT extends WithServer {

  private static final String GO_ON = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final int MEGABYTE = 1024 * 1024;

  private static String post(String path, long length, String headers) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n%s\r\n"
        .formatted(path, length, headers);
  }

  @Test
  void whoAsksBeforeSendingIsToldAtOnce() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send(post("/health", 5L * MEGABYTE, "Expect: 100-continue\r\n"));
      assertThat(client.answer()).startsWith("HTTP/1.1 405");
    }
    try (RawClient client = new RawClient(server.port())) {
      client.send(post("/sparql", 10, "Expect: 100-continue\r\nContent-Type: image/gif\r\n"));
      assertThat(client.answer()).startsWith("HTTP/1.1 415");
    }
  }

  @Test
  void whoIsWantedIsToldToGoOn() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send(
          post("/sparql", 6, "Expect: 100-continue\r\nContent-Type: application/sparql-query\r\n"));
      for (byte expected : GO_ON.getBytes(StandardCharsets.US_ASCII)) {
        assertThat(client.read()).isEqualTo(expected);
      }
      assertThat(client.send("ASK {}").answer()).startsWith("HTTP/1.1 200");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/sparql"})
  void whoSendsAllTheSameSeesWhatWasWrong(String path) throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send(post(path, MEGABYTE, "Content-Type: image/gif\r\n")).send("x".repeat(MEGABYTE));
      assertThat(client.answer()).startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void moreIsNotWaitedFor() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send(post("/health", 8L * MEGABYTE, "")).send("x".repeat(MEGABYTE + 100_000));
      assertThat(client.answer()).startsWith("HTTP/1.1 405");
    }
  }
}
