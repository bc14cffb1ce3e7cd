package org.dramatis.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.AnswerFormat;
import org.dramatis.query.RdfVersion;

/** How an answer is sent: as a page for a browser, or as data. */
sealed interface AnswerForm {

  /** A page for a browser. */
  record Page() implements AnswerForm {}

  /** Data in a format, under its own media type or a more general one. */
  record Data(AnswerFormat format, String mediaType, RdfVersion version) implements AnswerForm {

    private Data(AnswerFormat format) {
      this(format, format.mediaType());
    }

    private Data(AnswerFormat format, String mediaType) {
      this(format, mediaType, RdfVersion.RDF_1_1);
    }

    /**
     * The media type with the version where it is not the usual one, and where text is sent the
     * charset.
     */
    String contentType() {
      String versioned =
          switch (version) {
            case RDF_1_1 -> mediaType;
            case RDF_1_2 -> mediaType + ";version=" + version.number();
          };
      return mediaType.startsWith("text/") ? versioned + ";charset=utf-8" : versioned;
    }
  }

  /** The form for a kind of answer that the client wants most. */
  static AnswerForm choose(AnswerFormat.Kind kind, Optional<String> key, String accept)
      throws RequestRefusedException {
    return key.isPresent() ? named(key.get(), kind) : negotiate(kind, accept);
  }

  /** A short name, with {@code ;version=} behind it for another version of RDF than the usual. */
  private static AnswerForm named(String key, AnswerFormat.Kind kind)
      throws RequestRefusedException {
    if (key.equals("html")) {
      return new Page();
    }
    String[] parts = key.split(";version=", 2);
    Optional<RdfVersion> version =
        parts.length == 1 ? Optional.of(RdfVersion.RDF_1_1) : RdfVersion.numbered(parts[1]);
    return AnswerFormat.named(parts[0])
        .filter(format -> format.kind() == kind)
        .flatMap(format -> version.flatMap(wanted -> inVersion(format, wanted)))
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notAcceptable(
                    "there is no format '%s' for this answer; there are %s"
                        .formatted(key, keys(kind)))));
  }

  private static Optional<Data> inVersion(AnswerFormat format, RdfVersion version) {
    return version == RdfVersion.RDF_1_1 || format.hasRdf12Form()
        ? Optional.of(new Data(format, format.mediaType(), version))
        : Optional.empty();
  }

  private static String keys(AnswerFormat.Kind kind) {
    List<String> keys = new ArrayList<>();
    AnswerFormat.of(kind).forEach(format -> keys.add(format.key()));
    AnswerFormat.of(kind).stream()
        .filter(AnswerFormat::hasRdf12Form)
        .forEach(format -> keys.add(format.key() + ";version=1.2"));
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
    AnswerFormat.of(kind).stream()
        .flatMap(format -> inVersion(format, RdfVersion.RDF_1_2).stream())
        .forEach(
            form -> offers.add(new Negotiation.Offer<>(form, form.mediaType(), form.version())));
    offers.add(new Negotiation.Offer<>(new Page(), Endpoint.HTML));
    return offers;
  }
}
