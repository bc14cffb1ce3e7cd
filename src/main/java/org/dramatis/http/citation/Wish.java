package org.dramatis.http.citation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.citation.Reference;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.answer.AnswerFormat;

/** What somebody wants to see of a cited query. */
sealed interface Wish {

  /** What is known of it, as a page. */
  record Page() implements Wish {}

  /** The same for a program that reads JSON. */
  record Json() implements Wish {}

  /** The same in RDF. */
  record Rdf(AnswerFormat format) implements Wish {}

  /** How it is referred to. */
  record Referred(Reference.Style style) implements Wish {}

  /** Its answer. */
  record Answer(Optional<AnswerFormat> format) implements Wish {}

  /** The media type of JSON. */
  String JSON = "application/json";

  /** The parameter that asks for what is known of it, in a form. */
  String ABOUT = "about";

  /** The parameter that asks for a reference. */
  String CITE = "cite";

  /** In which RDF it is told of. */
  List<AnswerFormat> DESCRIPTIONS =
      List.of(AnswerFormat.TURTLE, AnswerFormat.JSONLD, AnswerFormat.NTRIPLES, AnswerFormat.RDFXML);

  /** What is told of a query or a comparison; nothing where the other forms are meant. */
  static Wish described(HttpServletRequest request, List<AnswerFormat> rdf)
      throws RequestRefusedException {
    return of(request, Optional.empty(), rdf, List.of(), List.of());
  }

  /**
   * What a request wants.
   *
   * @param path its address
   * @param kind which answer the query has
   */
  static Wish of(HttpServletRequest request, CitedPath path, AnswerFormat.Kind kind)
      throws RequestRefusedException {
    Optional<Reference.Style> style = path.reference();
    if (style.isPresent()) {
      return new Referred(style.get());
    }
    if (path.extension().isPresent() || Parameters.of(request).has("format")) {
      return new Answer(Optional.empty());
    }
    List<AnswerFormat> answers =
        AnswerFormat.of(kind).stream().filter(format -> !DESCRIPTIONS.contains(format)).toList();
    return of(
        request,
        Parameters.of(request).one(CITE),
        DESCRIPTIONS,
        List.of(Reference.Style.values()),
        answers);
  }

  private static Wish of(
      HttpServletRequest request,
      Optional<String> cite,
      List<AnswerFormat> rdf,
      List<Reference.Style> styles,
      List<AnswerFormat> answers)
      throws RequestRefusedException {
    if (cite.isPresent()) {
      return styles.stream()
          .filter(style -> style.key().equals(cite.get()))
          .<Wish>map(Referred::new)
          .findFirst()
          .orElseThrow(() -> none("reference", cite.get(), keys(styles)));
    }
    Optional<String> about = Parameters.of(request).one(ABOUT);
    if (about.isPresent()) {
      return switch (about.get()) {
        case "html" -> new Page();
        case "json" -> new Json();
        case String key ->
            rdf.stream()
                .filter(format -> format.key().equals(key))
                .<Wish>map(Rdf::new)
                .findFirst()
                .orElseThrow(() -> none("description", key, descriptions(rdf)));
      };
    }
    Negotiation<Wish> forms = new Negotiation<>(offers(rdf, styles, answers));
    return forms
        .choose(Endpoint.accept(request))
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notAcceptable("this comes as " + forms.list())));
  }

  private static List<Negotiation.Offer<Wish>> offers(
      List<AnswerFormat> rdf, List<Reference.Style> styles, List<AnswerFormat> answers) {
    List<Negotiation.Offer<Wish>> offers = new ArrayList<>();
    offers.add(new Negotiation.Offer<>(new Json(), JSON));
    rdf.forEach(format -> offers.add(new Negotiation.Offer<>(new Rdf(format), format.mediaType())));
    offers.add(new Negotiation.Offer<>(new Page(), PageHeaders.HTML));
    answers.forEach(format ->
        offers.add(new Negotiation.Offer<>(new Answer(Optional.of(format)), format.mediaType())));
    styles.stream()
        .filter(style -> style != Reference.Style.TEXT)
        .forEach(
            style -> offers.add(new Negotiation.Offer<>(new Referred(style), style.mediaType())));
    return offers;
  }

  private static String keys(List<Reference.Style> styles) {
    return String.join(", ", styles.stream().map(Reference.Style::key).toList());
  }

  private static String descriptions(List<AnswerFormat> rdf) {
    return String.join(
        ", ",
        Stream.concat(Stream.of("html", "json"), rdf.stream().map(AnswerFormat::key)).toList());
  }

  private static RequestRefusedException none(String what, String key, String known) {
    return new RequestRefusedException(
        HttpProblem.notAcceptable(
            "there is no form '%s' of this %s; there are %s".formatted(key, what, known)));
  }
}
