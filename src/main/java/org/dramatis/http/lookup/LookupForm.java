package org.dramatis.http.lookup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** The form of an answer. */
enum LookupForm {
  JSON,
  PAGE;

  private static final Negotiation<LookupForm> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>(JSON, "application/json"),
              new Negotiation.Offer<>(PAGE, PageHeaders.HTML)));

  /** The one that is named, or else the one that is wanted most. */
  static LookupForm of(Parameters parameters, HttpServletRequest request)
      throws RequestRefusedException {
    Optional<String> format = parameters.one("format");
    if (format.isEmpty()) {
      return FORMS
          .choose(Endpoint.accept(request))
          .orElseThrow(() ->
              new RequestRefusedException(
                  HttpProblem.notAcceptable("this answer comes as " + FORMS.list())));
    }
    return switch (format.get()) {
      case "json" -> JSON;
      case "html" -> PAGE;
      default ->
          throw new RequestRefusedException(
              HttpProblem.notAcceptable(
                  "there is no format '%s' for this answer; there are json, html"
                      .formatted(format.get())));
    };
  }
}
