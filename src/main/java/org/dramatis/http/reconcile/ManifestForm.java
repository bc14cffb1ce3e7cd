package org.dramatis.http.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** How the service tells of itself. */
enum ManifestForm {
  /** To programs. */
  JSON,
  /** To people. */
  PAGE;

  static final String PARAMETER = "format";

  private static final Negotiation<ManifestForm> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>(JSON, "application/json"),
              new Negotiation.Offer<>(PAGE, PageHeaders.HTML)));

  /** The one that a request wants. */
  static ManifestForm of(HttpServletRequest request) throws RequestRefusedException {
    String format = Parameters.of(request).one(PARAMETER).orElse("");
    return switch (format) {
      case "" -> FORMS.choose(Endpoint.accept(request)).orElseThrow(ManifestForm::noOther);
      case "json" -> JSON;
      case "html" -> PAGE;
      default -> throw noOther();
    };
  }

  private static RequestRefusedException noOther() {
    return new RequestRefusedException(
        HttpProblem.notAcceptable("this answer comes as " + FORMS.list()));
  }
}
