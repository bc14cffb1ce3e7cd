package org.dramatis.http.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.model.Version;
import org.dramatis.query.warning.Warning;
import org.eclipse.jetty.server.Request;

/**
 * One request and what became of it. Whoever knows something notes it here; the log of requests and
 * the metrics read it when the last byte is sent. Methods may be called from any thread.
 */
public final class Exchange {

  /** The header that carries the id, both ways. */
  public static final String ID_HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = Exchange.class.getName();

  /** What is taken from a client goes into logs and headers, so that it is kept plain and short. */
  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private volatile String id;
  private final long began = System.nanoTime();
  private volatile String client;
  private volatile boolean tooLate;
  private volatile Optional<String> query = Optional.empty();
  private volatile Optional<Outcome> outcome = Optional.empty();
  private volatile Optional<String> reason = Optional.empty();
  private volatile Optional<String> detail = Optional.empty();
  private volatile OptionalLong rows = OptionalLong.empty();
  private volatile OptionalLong version = OptionalLong.empty();
  private volatile long refusalBytes;
  private volatile Optional<Boolean> fromCache = Optional.empty();
  private volatile List<Warning> warnings = List.of();

  private Exchange(Optional<String> givenId, String client) {
    this.id = givenId.filter(given -> PLAIN_ID.matcher(given).matches()).orElseGet(Exchange::newId);
    this.client = client;
  }

  /** The one that the request belongs to; the first call begins it. */
  public static Exchange of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
      return exchange;
    }
    Exchange exchange =
        new Exchange(
            Optional.ofNullable(request.getHeader(ID_HEADER)),
            String.valueOf(request.getRemoteAddr()));
    request.setAttribute(ATTRIBUTE, exchange);
    return exchange;
  }

  /** The same for a request as the container has it, which may never have come to an endpoint. */
  public static Exchange of(Request request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
      return exchange;
    }
    Exchange exchange =
        new Exchange(
            Optional.ofNullable(request.getHeaders().get(ID_HEADER)),
            Request.getRemoteAddr(request));
    request.setAttribute(ATTRIBUTE, exchange);
    return exchange;
  }

  /** An id for what is no request yet. */
  public static String newId() {
    return "%016x".formatted(ThreadLocalRandom.current().nextLong());
  }

  /** Names the request in the log, in headers and in problem documents. */
  public String id() {
    return id;
  }

  /** Takes another id, because another request that is here has this one. */
  public void renewId() {
    id = newId();
  }

  /** Who asks: the name of a token, or else an address. */
  public String client() {
    return client;
  }

  /** Notes that it came when the server was about to stop. */
  public void tooLate() {
    this.tooLate = true;
  }

  /** Whether it came when the server was about to stop. */
  public boolean isTooLate() {
    return tooLate;
  }

  /** Notes the name of the token that the client showed. */
  public void client(String name) {
    this.client = name;
  }

  /** How long it has taken so far, in nanoseconds. */
  public long nanos() {
    return System.nanoTime() - began;
  }

  /** Notes the text of the query or update. */
  public void query(String text) {
    this.query = Optional.of(text);
  }

  /** The text of the query or update, if there is one. */
  public Optional<String> query() {
    return query;
  }

  /** Notes the problem that it ended with, whether or not the client could still be told. */
  public void problem(HttpProblem problem) {
    problem(Outcome.of(problem.type()), problem.type().slug(), problem.detail());
  }

  /** Notes that the client went away, unless there was a problem before. */
  public void clientGone(String why) {
    if (outcome.isEmpty()) {
      problem(Outcome.CLIENT_GONE, ProblemType.CLIENT_GONE.slug(), why);
    }
  }

  private void problem(Outcome what, String slug, String detail) {
    this.outcome = Optional.of(what);
    this.reason = Optional.of(slug);
    this.detail = Optional.of(detail);
  }

  /** What became of it, given the status that was sent. */
  public Outcome outcome(int status) {
    return outcome.orElseGet(() -> Outcome.of(status));
  }

  /** The word for the problem that it ended with. */
  public Optional<String> reason() {
    return reason;
  }

  /** What is to be said of that problem. */
  public Optional<String> detail() {
    return detail;
  }

  /** Notes how many bytes of a body the container has sent with which it refuses the request. */
  public void refusalBytes(long number) {
    this.refusalBytes = number;
  }

  /** How many bytes of a body the container has sent by itself; none where an endpoint answered. */
  public long refusalBytes() {
    return refusalBytes;
  }

  /** Notes how many rows or statements were sent. */
  public void rows(long number) {
    this.rows = OptionalLong.of(number);
  }

  /** How many rows or statements were sent, where that is known. */
  public OptionalLong rows() {
    return rows;
  }

  /** Notes what is probably not meant in how the request is sent. */
  public void warnings(List<Warning> found) {
    this.warnings = List.copyOf(found);
  }

  /** What is probably not meant in how the request is sent. */
  public List<Warning> warnings() {
    return warnings;
  }

  /** Notes the version of the data that answered. */
  public void version(Version answered) {
    this.version = OptionalLong.of(answered.number());
  }

  /** The version of the data that answered. */
  public OptionalLong version() {
    return version;
  }

  /** Notes whether the answer came from the cache. */
  public void fromCache(boolean hit) {
    this.fromCache = Optional.of(hit);
  }

  /** Whether the answer came from the cache, where it could have. */
  public Optional<Boolean> fromCache() {
    return fromCache;
  }
}
