package org.dramatis.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonString;
import org.dramatis.http.annotate.AnnotateEndpoint;
import org.dramatis.query.answer.AnswerFormat;

/** Finding what a text speaks of: {@code /annotate}. */
final class AnnotateOperation {

  /** In the order in which they are offered. */
  private static final List<AnswerFormat> FORMATS =
      List.of(AnswerFormat.TURTLE, AnswerFormat.JSONLD, AnswerFormat.NTRIPLES, AnswerFormat.RDFXML);

  private AnnotateOperation() {}

  static Operation operation() {
    List<Content> answers = new ArrayList<>(Content.json(Schemas.MENTIONS));
    FORMATS.forEach(format ->
        answers.add(
            format == AnswerFormat.JSONLD
                ? Content.of(format.mediaType(), Schemas.of(Schemas.GRAPH))
                : Content.text(format.mediaType())));
    return Operation.post(
        AnnotateEndpoint.PATH,
        "annotate",
        "Finds what a text speaks of",
        Tags.LINKING,
        Field.all(
            AnnotateEndpoint.PARAMETERS,
            Field.optional("lang", "The tag of the language of names.", Schemas.text()).like("en"),
            Options.format(
                Stream.concat(Stream.of("json"), FORMATS.stream().map(AnswerFormat::key))),
            Field.optional(
                "model",
                "The vocabulary of an answer in RDF.",
                Schemas.oneOf(List.of("nif", "oa"))),
            Options.timeout(),
            Options.version()),
        new Operation.Body(
            "The text.",
            List.of(
                Content.text("text/plain")
                    .like(new JsonString("Sofia Carson sings in Purple Hearts.")),
                Content.text("text/html")
                    .like(new JsonString("<p><b>Sofia Carson</b> sings in Purple Hearts.</p>")))),
        Success.ok("What is mentioned, and where.", Headers.ANSWER, answers));
  }
}
