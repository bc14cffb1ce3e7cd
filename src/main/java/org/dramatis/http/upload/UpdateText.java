package org.dramatis.http.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * An update as the SPARQL protocol carries it.
 *
 * @param text the update
 * @param defaultGraphs the graphs that WHERE takes as the default graph
 * @param namedGraphs the named graphs that WHERE asks
 * @param parameters all that was said beside the update
 * @param content the body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
public record UpdateText(
    String text,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    Parameters parameters,
    byte[] content) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DIRECT = "application/sparql-update";

  /**
   * Reads the whole body, and the parameters in it or in the address.
   *
   * @param share is charged for the body
   */
  public static UpdateText read(HttpServletRequest request, long limit, HeldBytes.Share share)
      throws IOException, RequestRefusedException {
    Body body = Body.read(request, limit, share);
    return switch (body.mediaType()) {
      case DIRECT -> of(body.text(), Parameters.of(request), body);
      case FORM -> ofForm(Parameters.of(request, body.text()), body);
      default ->
          throw new RequestRefusedException(
              HttpProblem.unsupportedType(
                  "'%s' is not read here; send %s or %s"
                      .formatted(body.mediaType(), DIRECT, FORM)));
    };
  }

  private static UpdateText ofForm(Parameters parameters, Body body)
      throws RequestRefusedException {
    return of(parameters.required("update"), parameters, body);
  }

  private static UpdateText of(String text, Parameters parameters, Body body)
      throws RequestRefusedException {
    if (parameters.has("query")) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("this address takes updates; send the query to /sparql"));
    }
    return new UpdateText(
        text,
        parameters.all("using-graph-uri"),
        parameters.all("using-named-graph-uri"),
        parameters,
        body.bytes());
  }
}
