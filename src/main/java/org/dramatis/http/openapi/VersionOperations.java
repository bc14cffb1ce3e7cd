package org.dramatis.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonNumber;
import org.dramatis.http.history.DiffEndpoint;
import org.dramatis.http.history.HistoryEndpoint;
import org.dramatis.http.history.ReleasesEndpoint;
import org.dramatis.query.answer.AnswerFormat;

/** What became of the data: {@code /history}, {@code /diff} and {@code /releases}. */
final class VersionOperations {

  private static final String FIRST = "1";
  private static final String CSV = "text/csv";
  private static final String PATCH = "application/rdf-patch";

  private VersionOperations() {}

  static List<Operation> all() {
    return List.of(history(), version(), diff(), releases(), release());
  }

  private static Operation history() {
    return Operation.get(
            HistoryEndpoint.PATH,
            "history",
            "The versions of the data, or the history of a statement or an entity",
            Tags.FEED,
            Field.all(
                HistoryEndpoint.PARAMETERS,
                Field.optional("about", "The IRI of an entity.", Schemas.text()),
                Field.optional("graph", "The graph of a statement.", Schemas.text()),
                Field.optional("subject", "The subject of a statement.", Schemas.text()),
                Field.optional("predicate", "The predicate of a statement.", Schemas.text()),
                Field.optional("object", "The object of a statement.", Schemas.text()),
                Field.optional("before", "Only what was before this version.", Schemas.integer(1)),
                Field.optional("limit", "How many are wanted.", Schemas.integer(1))
                    .like(JsonNumber.value(2)),
                Options.format(Stream.concat(Stream.of("json", "csv"), graphs())),
                Options.version(),
                Options.timeout()),
            Success.ok("The versions, the newest first.", Headers.ANSWER, forms(CSV)))
        .saying(
            "The terms of a statement are written as in N-Triples. Without any of them, and without"
                + " about, all versions are listed.");
  }

  private static Operation version() {
    return Operation.get(
        HistoryEndpoint.PATH + "/{version}",
        "historyOfVersion",
        "One version: when, by whom and why",
        Tags.FEED,
        List.of(
            Field.path("version", "Its number, identity or release.", Schemas.text()).like(FIRST)),
        Success.ok("The version.", Headers.ANSWER, forms(CSV)));
  }

  private static Operation diff() {
    return Operation.get(
            DiffEndpoint.PATH,
            "diff",
            "What differs between two versions",
            Tags.FEED,
            Field.all(
                DiffEndpoint.PARAMETERS,
                Field.optional(
                        "from", "The one; the one before the other otherwise.", Schemas.text())
                    .like("0"),
                Field.optional("to", "The other; the newest otherwise.", Schemas.text())
                    .like(FIRST),
                Field.optional(
                        "part",
                        "The half that is wanted as RDF.",
                        Schemas.oneOf(List.of("added", "deleted")))
                    .like("added"),
                Options.format(Stream.concat(Stream.of("json", "patch"), graphs())),
                Options.version(),
                Options.timeout()),
            Success.ok(
                "What was added and deleted; one of both as RDF.", Headers.ANSWER, forms(PATCH)))
        .saying(
            "As JSON and as RDF Patch it comes whole. With part=added or part=deleted it comes as"
                + " RDF, in one of the forms of a graph, and in no other.");
  }

  private static Operation releases() {
    return Operation.get(
        ReleasesEndpoint.PATH,
        "releases",
        "The versions that have a name",
        Tags.FEED,
        Field.all(
            ReleasesEndpoint.PARAMETERS,
            Options.format(Stream.concat(Stream.of("json"), graphs())),
            Options.version(),
            Options.timeout()),
        Success.ok("The releases, the newest first.", Headers.ANSWER, forms()));
  }

  private static Operation release() {
    return Operation.get(
        ReleasesEndpoint.PATH + "/{name}",
        "releaseOfName",
        "The version that has a name",
        Tags.FEED,
        Stream.concat(
                Stream.of(Field.path("name", "The name.", Schemas.text())),
                Field.all(
                    ReleasesEndpoint.PARAMETERS,
                    Options.format(Stream.concat(Stream.of("json"), graphs())),
                    Options.version(),
                    Options.timeout())
                    .stream())
            .toList(),
        Success.ok("The release.", Headers.ANSWER, forms()));
  }

  private static Stream<String> graphs() {
    return AnswerFormat.of(AnswerFormat.Kind.GRAPH).stream().map(AnswerFormat::key);
  }

  /** JSON of its own, these, and a graph in all its forms. */
  private static List<Content> forms(String... others) {
    List<Content> forms = new ArrayList<>();
    forms.add(Content.of(Content.JSON, Schemas.object()));
    Stream.of(others).map(Content::text).forEach(forms::add);
    for (AnswerFormat format : AnswerFormat.of(AnswerFormat.Kind.GRAPH)) {
      forms.add(
          format == AnswerFormat.JSONLD
              ? Content.of(format.mediaType(), Schemas.of(Schemas.GRAPH))
              : Content.text(format.mediaType()));
    }
    return forms;
  }
}
