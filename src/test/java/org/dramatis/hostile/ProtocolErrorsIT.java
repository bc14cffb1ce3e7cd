package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends what breaks the rules of HTTP over plain sockets and looks at every answer. */
class ProtocolErrorsIT {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int AT_ONCE = 4;
  private static final int MOST_RETRIES = 5;

  /** A server that sends away more of them than this is not busy but broken. */
  private static final int MOST_RETRIES_OF_ALL = 10;

  private final AtomicInteger retries = new AtomicInteger();

  /** What came back, as far as it can be told; status 0 when there was not even a status line. */
  private record Reply(ProtocolError sent, int status, String head, String body, boolean ended) {}

  @Test
  void everyErrorIsAnsweredByTheRightStatusAndNoneIsAFault(@TempDir Path folder) throws Exception {
    List<ProtocolError> errors = ProtocolErrors.all();
    assertThat(errors).hasSizeGreaterThanOrEqualTo(500);
    assertThat(HostileTable.duplicates(errors)).isEmpty();
    List<Reply> replies = new ArrayList<>();
    try (TestServer server = TestServer.start(folder)) {
      try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
        List<Future<Reply>> pending =
            errors.stream().map(error -> senders.submit(() -> send(error, server.port()))).toList();
        for (Future<Reply> reply : pending) {
          replies.add(reply.get());
        }
      }
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
      assertThat(server.get("/sparql?query=ASK%7B%7D").body()).contains("true");
    }
    assertThat(replies.stream().flatMap(reply -> complaints(reply).stream()).toList()).isEmpty();
    assertThat(retries)
        .as("requests sent again after a 503")
        .hasValueLessThanOrEqualTo(MOST_RETRIES_OF_ALL);
    HostileTable.check("protocol errors", outcomes(replies));
  }

  /** A busy machine may say 503 now and then; then it is asked again, as it wishes. */
  private Reply send(ProtocolError error, int port) throws IOException, InterruptedException {
    Reply reply = sendOnce(error, port);
    for (int i = 0; i < MOST_RETRIES && reply.status() == 503; i++) {
      retries.incrementAndGet();
      Thread.sleep(1_000);
      reply = sendOnce(error, port);
    }
    return reply;
  }

  private static Reply sendOnce(ProtocolError error, int port) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    boolean ended = true;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(error.toBytes());
        socket.shutdownOutput();
      } catch (SocketException refusedMeanwhile) {
        // What the server said before it stopped to read is looked at all the same.
        ended = true;
      }
      try {
        socket.getInputStream().transferTo(received);
      } catch (SocketTimeoutException hanging) {
        ended = false;
      } catch (SocketException reset) {
        ended = true;
      }
    }
    return reply(error, received.toString(StandardCharsets.ISO_8859_1), ended);
  }

  private static Reply reply(ProtocolError error, String text, boolean ended) {
    if (text.startsWith("HTTP/1.1 100 ")) {
      return reply(error, text.substring(text.indexOf("\r\n\r\n") + 4), ended);
    }
    int end = text.indexOf("\r\n\r\n");
    String head = end < 0 ? text : text.substring(0, end);
    boolean http = head.matches("(?s)HTTP/1\\.[01] \\d{3}.*");
    int status = http ? Integer.parseInt(head.substring(9, 12)) : 0;
    return new Reply(error, status, head, end < 0 ? "" : text.substring(end + 4), ended);
  }

  private static List<String> complaints(Reply reply) {
    List<String> complaints = new ArrayList<>();
    if (!reply.ended()) {
      complaints.add(reply.sent() + " hangs: " + reply.head());
    }
    if (!reply.sent().right().contains(reply.status())) {
      complaints.add("%s -> %d %s".formatted(reply.sent(), reply.status(), reply.body().strip()));
    }
    if (reply.status() == 0 && !reply.head().isEmpty()) {
      complaints.add(reply.sent() + " is answered by no HTTP: " + reply.head());
    }
    if (reply.body().contains("Exception") || reply.body().contains("\tat ")) {
      complaints.add(reply.sent() + " shows the inside: " + reply.body());
    }
    if (reply.head().contains("Set-Cookie") || reply.head().contains("\r\nX: y")) {
      complaints.add(reply.sent() + " wrote a header: " + reply.head());
    }
    if (reply.status() >= 400 && !isProblem(reply)) {
      complaints.add(
          "%s -> %d with no problem document: %s | %s"
              .formatted(
                  reply.sent(), reply.status(), reply.head().replace("\r\n", " | "), reply.body()));
    }
    return complaints;
  }

  private static boolean isProblem(Reply reply) {
    return reply.head().contains("Content-Type: application/problem+json")
        && JSON.parse(reply.body()).get("status").getAsNumber().value().intValue()
            == reply.status();
  }

  private static Map<String, String> outcomes(List<Reply> replies) {
    Map<String, List<Reply>> families =
        replies.stream()
            .collect(
                Collectors.groupingBy(
                    reply -> reply.sent().family(), TreeMap::new, Collectors.toList()));
    Map<String, String> outcomes = new TreeMap<>();
    families.forEach((family, of) ->
        outcomes.put(
            family,
            of.size()
                + " | "
                + of.stream()
                    .map(reply -> reply.status() == 0 ? "closed" : String.valueOf(reply.status()))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "))));
    return outcomes;
  }
}
