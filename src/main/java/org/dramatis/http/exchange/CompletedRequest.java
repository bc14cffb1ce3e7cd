package org.dramatis.http.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.dramatis.model.Sha256;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to say of a request when its last byte is sent, or its connection broken.
 *
 * @param ended when that was
 * @param id names it
 * @param client who asked
 * @param method the method of HTTP, unless nothing came that begins a request
 * @param path where, without what follows a question mark; likewise
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
    Optional<String> method,
    Optional<String> path,
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

  /** The attribute of a connection on which, at last, something came that begins no request. */
  public static final String NO_REQUEST = CompletedRequest.class.getName() + ".none";

  private static final int DIGEST_DIGITS = 12;

  /** What Jetty knows when it is done, and what was noted on the way. */
  static CompletedRequest of(Request request, Response response) {
    Exchange exchange = Exchange.of(request);
    int status = response.getStatus();
    return new CompletedRequest(
        Instant.now(),
        exchange.id(),
        exchange.client(),
        sent(request, request.getMethod()),
        sent(request, request.getHttpURI().getPath()),
        exchange.query(),
        status,
        Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())),
        exchange.rows(),
        // The container keeps no count of what it sends by itself.
        Math.max(exchange.refusalBytes(), Response.getContentBytesWritten(response)),
        exchange.outcome(status),
        exchange.reason(),
        exchange.detail(),
        exchange.version(),
        exchange.fromCache());
  }

  /** What begins no request is given a method and a path by the container. */
  private static Optional<String> sent(Request request, @Nullable String text) {
    return request.getConnectionMetaData().getAttribute(NO_REQUEST) == null
        ? Optional.ofNullable(text)
        : Optional.empty();
  }

  /** A short name of the query's text: equal texts have equal ones. */
  public Optional<String> digest() {
    return query.map(text -> Sha256.of(text).hex().substring(0, DIGEST_DIGITS));
  }
}
