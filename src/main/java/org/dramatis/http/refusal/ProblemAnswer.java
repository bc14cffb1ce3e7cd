package org.dramatis.http.refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.PageContext;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.ProblemPage;
import org.dramatis.http.page.Templates;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.problem.QueryFailedException;

/**
 * A problem as it is sent, whoever has to send it: an endpoint, the container that refuses what is
 * no request, or the guard of the connections that has neither.
 *
 * @param status the status
 * @param headers all headers but those that say how the bytes are carried
 * @param mediaType what the body is, without its charset
 * @param body the document, or the page for a browser
 */
public record ProblemAnswer(
    int status, Map<String, String> headers, String mediaType, String body) {

  /** Other answers that the same address has depend on these. */
  public static final String VARY = "Accept, Accept-Encoding";

  /** A problem for programs. */
  public static ProblemAnswer document(HttpProblem problem, String requestId) {
    return new ProblemAnswer(
        problem.status(),
        headers(problem, requestId),
        HttpProblem.MEDIA_TYPE,
        problem.json(requestId));
  }

  /**
   * A problem for people.
   *
   * @param asked the query that was sent, where it is known
   * @param context what is told of the request
   */
  public static ProblemAnswer page(
      HttpProblem problem, String requestId, Optional<String> asked, PageContext context) {
    Map<String, String> headers = new LinkedHashMap<>(headers(problem, requestId));
    headers.putAll(PageHeaders.ALL);
    return new ProblemAnswer(
        problem.status(),
        headers,
        PageHeaders.HTML,
        Templates.html(new ProblemPage(problem, requestId, asked), context));
  }

  /** What the rules have against a change, in a format of RDF. */
  public static ProblemAnswer report(
      HttpProblem problem, String requestId, Graph report, AnswerFormat format) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      AnswerWriter.write(new Answer.Statements(report), format, text);
    } catch (QueryFailedException inexpressible) {
      throw new IOException("a report cannot be written as " + format.label(), inexpressible);
    }
    return new ProblemAnswer(
        problem.status(),
        headers(problem, requestId),
        format.mediaType(),
        text.toString(StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(HttpProblem problem, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(Exchange.ID_HEADER, requestId);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Vary", VARY);
    headers.put("Cache-Control", "no-store");
    problem.retryAfterSeconds().ifPresent(wait -> headers.put("Retry-After", wait));
    headers.put("Content-Type", HttpProblem.MEDIA_TYPE + ";charset=utf-8");
    return headers;
  }

  /** The whole answer as the bytes of HTTP/1.1, after which the connection is closed. */
  public byte[] lastOfAConnection(String reason) {
    StringBuilder head = new StringBuilder("HTTP/1.1 %d %s\r\n".formatted(status, reason));
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: %d\r\n".formatted(bytes().length));
    head.append("Connection: close\r\n\r\n");
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /** The body in UTF-8. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
