package org.dramatis.http.history;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.answer.AnswerFormat;

/** How something about versions is sent. */
sealed interface HistoryForm {

  /** As a graph. */
  record Described(AnswerForm.Data data) implements HistoryForm {}

  /** In another form. */
  enum Plain implements HistoryForm {
    JSON("json", "application/json"),
    PATCH("patch", "application/rdf-patch"),
    CSV("csv", "text/csv"),
    PAGE("html", PageHeaders.HTML);

    private final String key;
    private final String mediaType;

    Plain(String key, String mediaType) {
      this.key = key;
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }
  }

  /** The parameter that names a form. */
  String PARAMETER = "format";

  /** The form that a request wants most: one of these, or a graph. */
  static HistoryForm choose(HttpServletRequest request, Plain... plain)
      throws RequestRefusedException {
    return choose(request, Stream.concat(offers(plain), graphs()).toList(), plain);
  }

  /** The same for what is a graph unless something else is wanted. */
  static HistoryForm chooseGraph(HttpServletRequest request, Plain... plain)
      throws RequestRefusedException {
    return choose(request, Stream.concat(graphs(), offers(plain)).toList(), plain);
  }

  private static Stream<Negotiation.Offer<Optional<Plain>>> offers(Plain... plain) {
    return Stream.of(plain).map(form -> new Negotiation.Offer<>(Optional.of(form), form.mediaType));
  }

  private static Stream<Negotiation.Offer<Optional<Plain>>> graphs() {
    return AnswerFormat.of(AnswerFormat.Kind.GRAPH).stream()
        .map(format -> new Negotiation.Offer<>(Optional.empty(), format.mediaType()));
  }

  private static HistoryForm choose(
      HttpServletRequest request, List<Negotiation.Offer<Optional<Plain>>> offers, Plain... plain)
      throws RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    Versions versions = Versions.of(parameters);
    Optional<String> key = parameters.one(PARAMETER);
    String accept = Endpoint.accept(request);
    Optional<Plain> named =
        key.flatMap(name -> Stream.of(plain).filter(form -> form.key.equals(name)).findFirst());
    if (named.isPresent()) {
      return named.get();
    }
    if (key.isPresent() || versions.rdf().isPresent()) {
      return described(key, versions, accept, plain);
    }
    Optional<Plain> chosen =
        new Negotiation<>(offers).choose(accept).orElseThrow(() -> unacceptable(plain));
    return chosen.isPresent() ? chosen.get() : described(key, versions, accept, plain);
  }

  private static HistoryForm described(
      Optional<String> key, Versions versions, String accept, Plain... plain)
      throws RequestRefusedException {
    AnswerForm form = AnswerForm.choose(AnswerFormat.Kind.GRAPH, key, versions.rdf(), accept);
    return switch (form) {
      case AnswerForm.Data data -> new Described(data);
      case AnswerForm.Page _ -> throw unacceptable(plain);
    };
  }

  private static RequestRefusedException unacceptable(Plain... plain) {
    return new RequestRefusedException(
        HttpProblem.notAcceptable(
            "this comes as %s, and as RDF"
                .formatted(
                    Stream.of(plain)
                        .map(form -> form.mediaType)
                        .collect(Collectors.joining(", ")))));
  }
}
