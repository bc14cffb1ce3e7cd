package org.dramatis.http.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.dramatis.log.LogFault;
import org.dramatis.model.Namespaces;
import org.dramatis.query.mistake.Mistake;
import org.dramatis.query.mistake.Mistakes;
import org.dramatis.query.mistake.TextPlace;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.query.problem.StopReason;

/**
 * An error as it leaves the server (RFC 9457).
 *
 * @param type what kind of error it is
 * @param detail what happened, in a sentence for whoever asked
 * @param place where in the text that was sent, where that is known
 * @param hint what was probably meant, or what to do
 * @param reasons each single reason, where there are several
 * @param retryAfter when it is worth asking again
 * @param report the same for programs that read RDF, where there is one
 */
public record HttpProblem(
    ProblemType type,
    String detail,
    Optional<TextPlace> place,
    Optional<String> hint,
    List<String> reasons,
    Optional<Duration> retryAfter,
    Optional<Graph> report) {

  /** The media type of the document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** When it is worth to ask a server again that has no time now. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final String REQUESTS = Namespaces.BASE + "request/";

  /** A problem of this kind. */
  public static HttpProblem of(ProblemType type, String detail) {
    return new HttpProblem(
        type,
        detail,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The problem as the client is told. This is the only place that knows which kind it is. */
  public static HttpProblem of(QueryProblem problem) {
    String detail = problem.message();
    return switch (problem) {
      case QueryProblem.Unparsable(Mistakes.Language language, Mistake mistake) ->
          of(language, mistake, detail);
      case QueryProblem.BadParameter _ -> badRequest(detail);
      case QueryProblem.Refused refused ->
          of(ProblemType.NEVER_DONE_HERE, detail).at(refused.place());
      case QueryProblem.NotRepeatable _ ->
          of(ProblemType.NOT_REPEATABLE, detail)
              .hinting("write a value in its place; the query itself goes to /sparql as it is");
      case QueryProblem.ServiceFailed _ -> of(ProblemType.SERVICE_FAILED, detail);
      case QueryProblem.UnknownName _ -> notFound(detail);
      case QueryProblem.Inexpressible _ -> notAcceptable(detail);
      case QueryProblem.TooLong _ -> tooLarge(detail);
      case QueryProblem.TooComplex complex ->
          of(ProblemType.NESTED_TOO_DEEPLY, detail).at(complex.place());
      case QueryProblem.Unworkable _ -> of(ProblemType.NOT_POSSIBLE, detail);
      case QueryProblem.AnswerTooLarge _ -> of(ProblemType.ANSWER_TOO_LARGE, detail);
      case QueryProblem.OutOfTime _ -> of(ProblemType.OUT_OF_TIME, detail);
      case QueryProblem.OutOfMemory _ -> of(ProblemType.OUT_OF_MEMORY, detail);
      case QueryProblem.Stopped(StopReason reason) -> stopped(reason, detail);
    };
  }

  /** A change could not be kept, or the record of them cannot be read. */
  public static HttpProblem of(LogFault fault) {
    ProblemType type =
        switch (fault) {
          case LogFault.NotWritten notWritten when notWritten.full() -> ProblemType.STORAGE_FULL;
          case LogFault.NotWritten _, LogFault.Uncertain _ -> ProblemType.NOT_KEPT;
          case LogFault.Broken _, LogFault.Inaccessible _, LogFault.InUse _ ->
              ProblemType.SERVER_FAILED;
        };
    return of(type, fault.forClients());
  }

  private static HttpProblem of(Mistakes.Language language, Mistake mistake, String detail) {
    ProblemType type =
        switch (language) {
          case QUERY -> ProblemType.NOT_SPARQL;
          case UPDATE -> ProblemType.NOT_UPDATE;
        };
    HttpProblem problem =
        of(type, detail)
            .at(
                Optional.of(new TextPlace(mistake.line(), mistake.column(), mistake.token()))
                    .filter(place -> place.line() > 0));
    return mistake.hint().map(problem::hinting).orElse(problem);
  }

  private static HttpProblem stopped(StopReason reason, String detail) {
    return switch (reason) {
      case OUT_OF_TIME -> of(ProblemType.OUT_OF_TIME, detail);
      case OUT_OF_MEMORY -> of(ProblemType.OUT_OF_MEMORY, detail);
      case CLIENT_GONE -> of(ProblemType.CLIENT_GONE, detail);
      case BY_OPERATOR -> of(ProblemType.STOPPED, detail);
      case SERVER_MEMORY -> of(ProblemType.OVERLOADED, detail).retryAfter(SOON);
      case SHUTDOWN -> stopping(detail);
    };
  }

  /** The server is about to stop, and another one is perhaps about to start. */
  public static HttpProblem stopping(String detail) {
    return of(ProblemType.STOPPING, detail).retryAfter(SOON);
  }

  /** A rule of HTTP or of the SPARQL protocol is broken. */
  public static HttpProblem badRequest(String detail) {
    return of(ProblemType.BAD_REQUEST, detail);
  }

  /** Nothing has this address. */
  public static HttpProblem notFound(String detail) {
    return of(ProblemType.NOT_FOUND, detail);
  }

  /** The address does not take this method. */
  public static HttpProblem methodNotAllowed(String method, String allowed) {
    return of(
        ProblemType.METHOD_NOT_ALLOWED, "%s is not allowed; %s are".formatted(method, allowed));
  }

  /** The answer cannot be sent in any form that is accepted. */
  public static HttpProblem notAcceptable(String detail) {
    return of(ProblemType.NOT_ACCEPTABLE, detail);
  }

  /** The body is longer than what is read. */
  public static HttpProblem tooLarge(String detail) {
    return of(ProblemType.TOO_LARGE, detail);
  }

  /** The body is of a type, charset or encoding that is not read. */
  public static HttpProblem unsupportedType(String detail) {
    return of(ProblemType.UNSUPPORTED_TYPE, detail);
  }

  /** The server is at fault. */
  public static HttpProblem internal(String requestId) {
    return of(
        ProblemType.SERVER_FAILED,
        "This is a fault of the server; its log says more under the request id " + requestId);
  }

  /** The same, and where in the text it is, if that is known. */
  public HttpProblem at(Optional<TextPlace> newPlace) {
    return new HttpProblem(type, detail, newPlace, hint, reasons, retryAfter, report);
  }

  /** The same, and what was probably meant or what to do. */
  public HttpProblem hinting(String newHint) {
    return new HttpProblem(type, detail, place, Optional.of(newHint), reasons, retryAfter, report);
  }

  /** The same, and each single reason. */
  public HttpProblem because(List<String> newReasons) {
    return new HttpProblem(type, detail, place, hint, List.copyOf(newReasons), retryAfter, report);
  }

  /** The same, and when it is worth asking again; it is sent as Retry-After, in whole seconds. */
  public HttpProblem retryAfter(Duration wait) {
    return new HttpProblem(type, detail, place, hint, reasons, Optional.of(wait), report);
  }

  /** The same, with a report in RDF. */
  public HttpProblem reporting(Optional<Graph> newReport) {
    return new HttpProblem(type, detail, place, hint, reasons, retryAfter, newReport);
  }

  /** The status with which it is answered. */
  public int status() {
    return type.status();
  }

  /** What it is, in a few words. */
  public String title() {
    return type.title();
  }

  /** The seconds of Retry-After, never fewer than what is waited for. */
  public Optional<String> retryAfterSeconds() {
    return retryAfter.map(wait -> Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
  }

  /** The document for the request of this id. */
  public String json(String requestId) {
    JsonBuilder builder = JsonBuilder.create().startObject();
    builder
        .pair("type", type.iri())
        .pair("title", title())
        .pair("status", status())
        .pair("detail", detail)
        .pair("instance", REQUESTS + requestId)
        .pair("requestId", requestId);
    place.ifPresent(where ->
        builder
            .pair("line", where.line())
            .pair("column", where.column())
            .pair("token", where.token()));
    hint.ifPresent(text -> builder.pair("hint", text));
    retryAfterSeconds().ifPresent(wait -> builder.pair("retryAfter", Long.parseLong(wait)));
    if (!reasons.isEmpty()) {
      builder.key("reasons").startArray();
      reasons.forEach(builder::value);
      builder.finishArray();
    }
    return builder.finishObject().build() + "\n";
  }
}
