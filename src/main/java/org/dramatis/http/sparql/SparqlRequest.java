package org.dramatis.http.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.dramatis.http.endpoint.TimedAddress;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.answer.RdfVersion;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryProblem;

/**
 * A query as the SPARQL protocol carries it.
 *
 * @param text the query
 * @param defaultGraphs the graphs to take as the default graph instead of the query's own choice
 * @param namedGraphs the named graphs to ask instead of the query's own choice
 * @param parameters all that was said beside the query
 * @param path where the same is asked by GET, if it has an address of its own
 * @param paging which rows of the answer the query asks for, if it comes in pages
 */
public record SparqlRequest(
    String text,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    Parameters parameters,
    Optional<String> path,
    Optional<Paging> paging) {

  /** The media types of the bodies that are read. */
  public static final String BODIES = "application/sparql-query, application/x-www-form-urlencoded";

  private static final int MOST_BYTES_A_CHARACTER = 4;

  private static final int MOST_BYTES = Sparql.MAX_CHARACTERS * MOST_BYTES_A_CHARACTER;

  /** What tells about a query instead of answering it. */
  private static final Set<String> INSIGHTS = Set.of("explain", "why", "check");

  /** Smaller bodies are not counted. */
  private static final int LEAST_COUNTED = 16 * 1024;

  /**
   * The bytes that its body may need, if that is worth counting; nobody knows before it is read.
   */
  static int bytes(HttpServletRequest request) {
    long announced = request.getContentLengthLong();
    if (!request.getMethod().equals("POST") || (announced >= 0 && announced <= LEAST_COUNTED)) {
      return 0;
    }
    return announced < 0 ? MOST_BYTES : (int) Math.min(announced, MOST_BYTES);
  }

  /** Where the text of a query comes from when it is not the body. */
  @FunctionalInterface
  public interface Source {
    /** Finds it. */
    String text(Parameters parameters) throws RequestRefusedException;
  }

  /** Reads a query that is in the body, or in the parameter of that name. */
  public static SparqlRequest read(HttpServletRequest request)
      throws IOException, RequestRefusedException {
    return read(request, parameters -> parameters.required("query"));
  }

  /** Reads a query that is in the body, or where the parameters say. */
  public static SparqlRequest read(HttpServletRequest request, Source source)
      throws IOException, RequestRefusedException {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("a body encoded as " + encoding + " is not read; send it as it is");
    }
    if (!request.getMethod().equals("POST")) {
      return of(Parameters.of(request), source);
    }
    String type = mediaType(request);
    return switch (type) {
      case "application/x-www-form-urlencoded" -> of(Parameters.of(request, body(request)), source);
      case "application/sparql-query" -> ofBody(request);
      default ->
          throw unsupported(
              "'"
                  + type
                  + "' is not read; send application/sparql-query or"
                  + " application/x-www-form-urlencoded");
    };
  }

  /** The address at which the same question is answered in a given format. */
  public String address(String format) {
    if (path.isPresent()) {
      boolean pinned = !unpinned(path.get()).equals(path.get());
      StringJoiner address = new StringJoiner("&", path.get() + "?", "");
      parameters
          .values()
          .forEach((name, values) -> {
            boolean said = name.equals("format") || (pinned && name.equals(Versions.PARAMETER));
            if (!said && !INSIGHTS.contains(name)) {
              values.forEach(value -> address.add(encode(name) + "=" + encode(value)));
            }
          });
      return address.add("format=" + encode(format)).toString();
    }
    StringBuilder address = new StringBuilder("/sparql?query=").append(encode(text));
    defaultGraphs.forEach(graph -> address.append("&default-graph-uri=").append(encode(graph)));
    namedGraphs.forEach(graph -> address.append("&named-graph-uri=").append(encode(graph)));
    // The same version of the data, and as much of the answer.
    parameters.all(Versions.PARAMETER).stream()
        .filter(version -> RdfVersion.numbered(version).isEmpty())
        .forEach(version -> address.append("&version=").append(encode(version)));
    parameters.all("max-rows").forEach(most -> address.append("&max-rows=").append(encode(most)));
    return address.append("&format=").append(encode(format)).toString();
  }

  /** What is asked, whatever the version: the address of a pinned answer without the version. */
  TimedAddress timed(HttpServletRequest request) {
    return path.map(SparqlRequest::unpinned)
        .map(address ->
            TimedAddress.of(
                address,
                parameters.values().entrySet().stream()
                    .flatMap(field ->
                        field.getValue().stream()
                            .map(value -> encode(field.getKey()) + "=" + encode(value)))
                    .collect(Collectors.joining("&"))))
        .orElseGet(() -> TimedAddress.of(request));
  }

  /** The address without the version that may be in its path. */
  private static String unpinned(String path) {
    return path.replaceFirst("@[0-9]+$", "");
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String mediaType(HttpServletRequest request) {
    String header = Optional.ofNullable(request.getContentType()).orElse("");
    return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static SparqlRequest of(Parameters parameters, Source source)
      throws RequestRefusedException {
    if (parameters.has("update")) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("updates are not read here; they go to /update"));
    }
    return of(source.text(parameters), parameters);
  }

  private static SparqlRequest ofBody(HttpServletRequest request)
      throws IOException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    if (parameters.has("query")) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("the query is there twice, in the body and in the address"));
    }
    return of(body(request), parameters);
  }

  /** The body as text, which is UTF-8. */
  private static String body(HttpServletRequest request)
      throws IOException, RequestRefusedException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new RequestRefusedException(
          HttpProblem.of(new QueryProblem.TooLong(body.length, Sparql.MAX_CHARACTERS)));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw new RequestRefusedException(HttpProblem.badRequest("the query is not UTF-8"));
    }
  }

  private static SparqlRequest of(String text, Parameters parameters) {
    return new SparqlRequest(
        text,
        parameters.all("default-graph-uri"),
        parameters.all("named-graph-uri"),
        parameters,
        Optional.empty(),
        Optional.empty());
  }

  private static RequestRefusedException unsupported(String detail) {
    return new RequestRefusedException(HttpProblem.unsupportedType(detail));
  }
}
