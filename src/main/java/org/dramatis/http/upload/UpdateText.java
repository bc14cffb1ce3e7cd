package org.dramatis.http.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * An update as the SPARQL protocol carries it.
 *
 * @param text the update
 * @param defaultGraphs the graphs that WHERE takes as the default graph
 * @param namedGraphs the named graphs that WHERE asks
 */
public record UpdateText(String text, List<String> defaultGraphs, List<String> namedGraphs) {

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
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return switch (body.mediaType()) {
      case DIRECT -> of(body.text(), Form.parse(query));
      case FORM -> ofForm(Form.parse(query, body.text()));
      default ->
          throw new RequestRefusedException(
              HttpProblem.unsupportedType(
                  "'%s' is not read here; send %s or %s"
                      .formatted(body.mediaType(), DIRECT, FORM)));
    };
  }

  private static UpdateText ofForm(Form form) throws RequestRefusedException {
    Optional<String> update = form.one("update");
    if (update.isEmpty()) {
      throw bad("the parameter 'update' is missing");
    }
    return of(update.get(), form);
  }

  private static UpdateText of(String text, Form form) throws RequestRefusedException {
    if (form.has("query")) {
      throw bad("this address takes updates; send the query to /sparql");
    }
    return new UpdateText(text, form.all("using-graph-uri"), form.all("using-named-graph-uri"));
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }
}
