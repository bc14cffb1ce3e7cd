package org.dramatis.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.AnswerFormat;

/** How an answer is sent: as a page for a browser, or as data. */
sealed interface AnswerForm {

  /** A page for a browser. */
  record Page() implements AnswerForm {}

  /** Data in a format, under its own media type or a more general one. */
  record Data(AnswerFormat format, String mediaType) implements AnswerForm {

    private Data(AnswerFormat format) {
      this(format, format.mediaType());
    }

    /** The media type with the charset where text is sent. */
    String contentType() {
      return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }
  }

  /** The form for a kind of answer that the client wants most. */
  static AnswerForm choose(AnswerFormat.Kind kind, Optional<String> key, String accept)
      throws RequestRefusedException {
    return key.isPresent() ? named(key.get(), kind) : negotiate(kind, accept);
  }

  private static AnswerForm named(String key, AnswerFormat.Kind kind)
      throws RequestRefusedException {
    if (key.equals("html")) {
      return new Page();
    }
    return AnswerFormat.named(key)
        .filter(format -> format.kind() == kind)
        .map(Data::new)
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notAcceptable(
                    "there is no format '%s' for this answer; there are %s"
                        .formatted(key, keys(kind)))));
  }

  private static String keys(AnswerFormat.Kind kind) {
    List<String> keys = new ArrayList<>();
    AnswerFormat.of(kind).forEach(format -> keys.add(format.key()));
    keys.add("html");
    return String.join(", ", keys);
  }

  private static AnswerForm negotiate(AnswerFormat.Kind kind, String accept)
      throws RequestRefusedException {
    Negotiation<AnswerForm> forms = new Negotiation<>(offers(kind));
    return forms
        .choose(accept)
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notAcceptable("this answer comes as " + forms.list())));
  }

  private static List<Negotiation.Offer<AnswerForm>> offers(AnswerFormat.Kind kind) {
    List<Data> forms =
        switch (kind) {
          case ROWS ->
              List.of(
                  new Data(AnswerFormat.JSON),
                  new Data(AnswerFormat.XML),
                  new Data(AnswerFormat.CSV),
                  new Data(AnswerFormat.TSV),
                  new Data(AnswerFormat.TABLE),
                  new Data(AnswerFormat.JSON, "application/json"),
                  new Data(AnswerFormat.XML, "application/xml"));
          case GRAPH ->
              List.of(
                  new Data(AnswerFormat.TURTLE),
                  new Data(AnswerFormat.JSONLD),
                  new Data(AnswerFormat.NTRIPLES),
                  new Data(AnswerFormat.RDFXML),
                  new Data(AnswerFormat.JSONLD, "application/json"),
                  new Data(AnswerFormat.RDFXML, "application/xml"));
        };
    List<Negotiation.Offer<AnswerForm>> offers = new ArrayList<>();
    forms.forEach(form -> offers.add(new Negotiation.Offer<>(form, form.mediaType())));
    offers.add(new Negotiation.Offer<>(new Page(), Endpoint.HTML));
    return offers;
  }
}
