package org.dramatis.http;

import java.util.OptionalInt;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.query.QueryProblem;

/**
 * An error as it leaves the server (RFC 9457). This is the only place that knows which problem has
 * which status.
 */
record HttpProblem(int status, String title, String detail, OptionalInt line, OptionalInt column) {

  static final String MEDIA_TYPE = "application/problem+json";

  private HttpProblem(int status, String title, String detail) {
    this(status, title, detail, OptionalInt.empty(), OptionalInt.empty());
  }

  static HttpProblem of(QueryProblem problem) {
    String detail = problem.message();
    return switch (problem) {
      case QueryProblem.Unparsable(String _, int line, int column) when line > 0 ->
          new HttpProblem(
              400,
              "This is not a SPARQL query",
              detail,
              OptionalInt.of(line),
              OptionalInt.of(column));
      case QueryProblem.Unparsable _ -> new HttpProblem(400, "This is not a SPARQL query", detail);
      case QueryProblem.BadParameter _ -> badRequest(detail);
      case QueryProblem.Refused _ -> new HttpProblem(403, "That is never done here", detail);
      case QueryProblem.UnknownName _ -> notFound(detail);
      case QueryProblem.Inexpressible _ -> notAcceptable(detail);
      case QueryProblem.TooLong _ -> tooLarge(detail);
      case QueryProblem.OutOfTime _ -> new HttpProblem(504, "The query took too long", detail);
    };
  }

  static HttpProblem badRequest(String detail) {
    return new HttpProblem(400, "The request cannot be understood", detail);
  }

  static HttpProblem notFound(String detail) {
    return new HttpProblem(404, "There is nothing here", detail);
  }

  static HttpProblem methodNotAllowed(String method, String allowed) {
    return new HttpProblem(
        405, "Not with this method", "%s is not allowed; %s are".formatted(method, allowed));
  }

  static HttpProblem notAcceptable(String detail) {
    return new HttpProblem(406, "No such form of the answer", detail);
  }

  static HttpProblem tooLarge(String detail) {
    return new HttpProblem(413, "The request is too large", detail);
  }

  static HttpProblem unsupportedType(String detail) {
    return new HttpProblem(415, "The request comes in a form that is not read", detail);
  }

  static HttpProblem internal(String requestId) {
    return new HttpProblem(
        500,
        "The server failed",
        "This is a fault of the server; its log says more under the request id " + requestId);
  }

  String json() {
    JsonBuilder builder = JsonBuilder.create();
    builder.startObject().pair("title", title).pair("status", status).pair("detail", detail);
    line.ifPresent(value -> builder.pair("line", value));
    column.ifPresent(value -> builder.pair("column", value));
    JsonObject object = builder.finishObject().build().getAsObject();
    return object.toString() + "\n";
  }
}
