package org.dramatis.http.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.answer.AnswerFormat;

/** The form of an answer. */
sealed interface AnnotateForm {

  /** What most programs want. */
  record Json() implements AnnotateForm {}

  /** The text with links in it. */
  record Page() implements AnnotateForm {}

  /** Statements about places in the text. */
  record Rdf(AnswerForm.Data data, Model model) implements AnnotateForm {}

  /** The one that is named, or else the one that is wanted most. */
  static AnnotateForm of(Parameters parameters, String accept) throws RequestRefusedException {
    Model model = Model.of(parameters, accept);
    Optional<String> format = parameters.one("format");
    if (format.isEmpty()) {
      Negotiation<AnnotateForm> forms = forms(model);
      return forms
          .choose(accept)
          .orElseThrow(() ->
              new RequestRefusedException(
                  HttpProblem.notAcceptable("this answer comes as " + forms.list())));
    }
    if (format.get().equals("json")) {
      return new Json();
    }
    return switch (AnswerForm.choose(
        AnswerFormat.Kind.GRAPH, format, Versions.of(parameters).rdf(), accept)) {
      case AnswerForm.Page() -> new Page();
      case AnswerForm.Data data -> new Rdf(data, model);
    };
  }

  private static Negotiation<AnnotateForm> forms(Model model) {
    List<Negotiation.Offer<AnnotateForm>> offers = new ArrayList<>();
    offers.add(new Negotiation.Offer<>(new Json(), "application/json"));
    for (AnswerFormat format :
        List.of(
            AnswerFormat.TURTLE, AnswerFormat.JSONLD, AnswerFormat.NTRIPLES, AnswerFormat.RDFXML)) {
      AnswerForm.Data data = new AnswerForm.Data(format, format.mediaType(), Optional.empty());
      offers.add(new Negotiation.Offer<>(new Rdf(data, model), format.mediaType()));
    }
    offers.add(new Negotiation.Offer<>(new Page(), PageHeaders.HTML));
    return new Negotiation<>(offers);
  }
}
