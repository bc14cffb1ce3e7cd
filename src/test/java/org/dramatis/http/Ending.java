package org.dramatis.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How a query ended for whoever asked it.
 *
 * @param status the status that came, even if the connection broke after it
 * @param failure why the answer is not whole, if it is not
 * @param bytes how long the body was, as far as it came
 * @param body what it began with
 * @param time how long it took
 */
public record Ending(
    Optional<Integer> status, Optional<String> failure, long bytes, String body, Duration time) {

  private static final int KEPT = 10_000;

  /** Sends a query and tells how that ended, whatever comes. */
  public static CompletableFuture<Ending> of(HttpClient client, URI endpoint, String query) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/sparql-query")
            .timeout(Duration.ofMinutes(2))
            .POST(BodyPublishers.ofString(query))
            .build();
    Seen seen = new Seen();
    return client
        .sendAsync(request, seen::begin)
        .handle((_, failure) -> seen.end(Optional.ofNullable(failure).map(Throwable::toString)));
  }

  /** Whether the connection broke. */
  public boolean isBroken() {
    return failure.isPresent();
  }

  /** What has come so far. */
  private static final class Seen {
    private final long begun = System.nanoTime();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Optional<Integer> status = Optional.empty();
    private long bytes;

    synchronized BodySubscriber<Void> begin(HttpResponse.ResponseInfo head) {
      status = Optional.of(head.statusCode());
      return BodySubscribers.ofByteArrayConsumer(piece -> piece.ifPresent(this::take));
    }

    private synchronized void take(byte[] piece) {
      bytes += piece.length;
      kept.write(piece, 0, Math.min(piece.length, KEPT - kept.size()));
    }

    synchronized Ending end(Optional<String> failure) {
      return new Ending(
          status,
          failure,
          bytes,
          kept.toString(StandardCharsets.UTF_8),
          Duration.ofNanos(System.nanoTime() - begun));
    }
  }
}
