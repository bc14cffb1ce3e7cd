package org.dramatis.http.endpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.RdfVersion;

/** How an answer is sent: as a page for a browser, or as data. */
public sealed interface AnswerForm {

  /** A page for a browser, which shows terms as they are. */
  record Page() implements AnswerForm {}

  /**
   * Data in a format, under its own media type or a more general one.
   *
   * @param version the version of RDF that was asked for by its number
   */
  record Data(AnswerFormat format, String mediaType, Optional<RdfVersion> version)
      implements AnswerForm {

    /**
     * The media type with the version where it is not the usual one, and where text is sent the
     * charset.
     */
    public String contentType() {
      String versioned = Negotiation.versioned(mediaType, version);
      return mediaType.startsWith("text/") ? versioned + ";charset=utf-8" : versioned;
    }
  }

  /** The version of RDF behind the name of a format. */
  String NAMED_VERSION = ";version=";

  /**
   * The form for a kind of answer that the client wants most.
   *
   * @param key the name of a format, which goes before what is accepted
   * @param version a version of RDF, which goes before the versions of what is accepted
   */
  public static AnswerForm choose(
      AnswerFormat.Kind kind, Optional<String> key, Optional<RdfVersion> version, String accept)
      throws RequestRefusedException {
    return key.isPresent() ? named(key.get(), version, kind) : negotiate(kind, version, accept);
  }

  /** A short name, with {@code ;version=} behind it for a version of RDF. */
  private static AnswerForm named(String key, Optional<RdfVersion> version, AnswerFormat.Kind kind)
      throws RequestRefusedException {
    if (key.equals("html")) {
      return new Page();
    }
    String[] parts = key.split(NAMED_VERSION, 2);
    Optional<RdfVersion> behind =
        parts.length == 1 ? Optional.empty() : RdfVersion.numbered(parts[1]);
    if (behind.isPresent() && version.isPresent() && !behind.equals(version)) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
                  "'format' and '%s' ask for different versions of RDF"
                      .formatted(Versions.PARAMETER))
              .hinting("leave one of the two out"));
    }
    Optional<RdfVersion> wanted = behind.or(() -> version);
    return AnswerFormat.named(parts[0])
        .filter(format -> format.kind() == kind)
        .filter(format -> parts.length == 1 || behind.isPresent())
        .filter(format -> wanted.map(format::has).orElse(true))
        .map(format -> new Data(format, format.mediaType(), wanted))
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notAcceptable(
                    "there is no format '%s'%s for this answer; there are %s"
                        .formatted(key, behind.isEmpty() ? in(version) : "", keys(kind)))));
  }

  private static String in(Optional<RdfVersion> version) {
    return version.map(asked -> " in RDF " + asked.number()).orElse("");
  }

  private static String keys(AnswerFormat.Kind kind) {
    List<String> keys = new ArrayList<>();
    AnswerFormat.of(kind).forEach(format -> keys.add(format.key()));
    AnswerFormat.of(kind).stream()
        .filter(format -> format.has(RdfVersion.RDF_1_2))
        .forEach(format -> keys.add(format.key() + NAMED_VERSION + RdfVersion.RDF_1_2.number()));
    keys.add("html");
    return String.join(", ", keys);
  }

  private static AnswerForm negotiate(
      AnswerFormat.Kind kind, Optional<RdfVersion> version, String accept)
      throws RequestRefusedException {
    Negotiation<AnswerForm> forms = new Negotiation<>(offers(kind, version));
    return forms
        .choose(accept, version)
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notAcceptable(
                    "this answer comes%s as %s".formatted(in(version), forms.list()))));
  }

  /** The forms in the version that is asked for, or else in each, those in none first. */
  private static List<Negotiation.Offer<AnswerForm>> offers(
      AnswerFormat.Kind kind, Optional<RdfVersion> asked) {
    List<Optional<RdfVersion>> versions = new ArrayList<>(List.of(asked));
    if (asked.isEmpty()) {
      Arrays.stream(RdfVersion.values()).map(Optional::of).forEach(versions::add);
    }
    List<Negotiation.Offer<AnswerForm>> offers = new ArrayList<>();
    for (Optional<RdfVersion> version : versions) {
      forms(kind)
          .filter(form -> version.map(form.format()::has).orElse(true))
          .map(form -> new Data(form.format(), form.mediaType(), version))
          .forEach(form -> offers.add(new Negotiation.Offer<>(form, form.mediaType(), version)));
    }
    offers.add(new Negotiation.Offer<>(new Page(), PageHeaders.HTML));
    return offers;
  }

  /** The formats under their own media types, then under more general ones. */
  private static Stream<Data> forms(AnswerFormat.Kind kind) {
    List<AnswerFormat> formats =
        switch (kind) {
          case ROWS ->
              List.of(
                  AnswerFormat.JSON,
                  AnswerFormat.XML,
                  AnswerFormat.CSV,
                  AnswerFormat.TSV,
                  AnswerFormat.TABLE);
          case GRAPH ->
              List.of(
                  AnswerFormat.TURTLE,
                  AnswerFormat.JSONLD,
                  AnswerFormat.NTRIPLES,
                  AnswerFormat.RDFXML,
                  AnswerFormat.TRIG,
                  AnswerFormat.NQUADS);
        };
    return Stream.concat(
        formats.stream().map(format -> new Data(format, format.mediaType(), Optional.empty())),
        formats.stream()
            .flatMap(format ->
                format
                    .generalMediaType()
                    .map(type -> new Data(format, type, Optional.empty()))
                    .stream()));
  }
}
