package org.dramatis.http.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.dramatis.model.Sha256;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * All that there is to say of a request when its last byte is sent, or its connection broken.
 *
 * @param ended when that was
 * @param id names it
 * @param client who asked
 * @param method the method of HTTP
 * @param path where, without what follows a question mark
 * @param query the text of the query or update
 * @param status the status that was sent, or was about to be when the connection broke; 0 is none
 * @param took the time from its first byte on
 * @param rows how many rows or statements were sent
 * @param bytes how many bytes of the answer's body were sent
 * @param outcome what became of it
 * @param reason the word for the problem that it ended with
 * @param detail what is to be said of that problem
 * @param version the version of the data that answered
 * @param fromCache whether the answer came from the cache, where it could have
 */
public record CompletedRequest(
    Instant ended,
    String id,
    String client,
    String method,
    String path,
    Optional<String> query,
    int status,
    Duration took,
    OptionalLong rows,
    long bytes,
    Outcome outcome,
    Optional<String> reason,
    Optional<String> detail,
    OptionalLong version,
    Optional<Boolean> fromCache) {

  private static final int DIGEST_DIGITS = 12;

  /** What Jetty knows when it is done, and what was noted on the way. */
  static CompletedRequest of(Request request, Response response) {
    Exchange exchange = Exchange.of(request);
    int status = response.getStatus();
    return new CompletedRequest(
        Instant.now(),
        exchange.id(),
        exchange.client(),
        request.getMethod(),
        request.getHttpURI().getPath() == null ? "" : request.getHttpURI().getPath(),
        exchange.query(),
        status,
        Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())),
        exchange.rows(),
        Math.max(0, Response.getContentBytesWritten(response)),
        exchange.outcome(status),
        exchange.reason(),
        exchange.detail(),
        exchange.version(),
        exchange.fromCache());
  }

  /** A short name of the query's text: equal texts have equal ones. */
  public Optional<String> digest() {
    return query.map(text -> Sha256.of(text).hex().substring(0, DIGEST_DIGITS));
  }
}
