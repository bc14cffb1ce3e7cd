package org.dramatis.http.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.entity.Profile;
import org.dramatis.http.resource.ResourceEndpoint;
import org.dramatis.query.answer.AnswerFormat;

/** What is named here, at the path of its name. */
final class ThingOperations {

  private ThingOperations() {}

  static List<Operation> all() {
    return List.of(
        thing(
            "/id/{type}/{slug}",
            "entity",
            "All that is told of an entity",
            Field.path("type", "What kind of thing it is.", Schemas.text()).like("film"),
            slug("purple-hearts")),
        thing("/source/{slug}", "source", "What a source is", slug("purple-hearts-season-2")),
        thing(
            "/claim/{source}/{number}",
            "claim",
            "What a source claims, and where",
            Field.path("source", "Whose claim it is.", Schemas.text())
                .like("purple-hearts-season-2"),
            Field.path("number", "Its number there.", Schemas.integer(1)).like("1")),
        thing("/ns", "vocabulary", "The ontology"),
        Operation.get(
            "/id/{type}/{slug}/ids",
            "identifiers",
            "How other catalogues identify an entity",
            Tags.LINKING,
            List.of(
                Field.path("type", "What kind of thing it is.", Schemas.text()).like("film"),
                slug("purple-hearts"),
                Options.version(),
                Options.format(Stream.of("json")),
                Options.timeout()),
            Success.ok(
                "Its identifiers.",
                Headers.DATA,
                List.of(Content.of(Content.JSON, Schemas.object())))));
  }

  private static Field slug(String example) {
    return Field.path("slug", "What it is called in its address.", Schemas.text()).like(example);
  }

  private static Operation thing(String path, String id, String summary, Field... parts) {
    Field[] read = {
      Options.format(AnswerFormat.Kind.GRAPH),
      Field.optional(
              "profile",
              "How much is told, and in which words.",
              Schemas.oneOf(Arrays.stream(Profile.values()).map(Profile::key).toList()))
          .like(Profile.FLAT.key()),
      Options.version(),
      Options.timeout()
    };
    List<Field> fields =
        Stream.concat(Arrays.stream(parts), Field.all(ResourceEndpoint.PARAMETERS, read).stream())
            .toList();
    return Operation.get(
        path,
        id,
        summary,
        Tags.LINKING,
        fields,
        Success.ok(
            "What is told of it.",
            Headers.ANSWER,
            Content.answer(AnswerFormat.Kind.GRAPH, Schemas.of(Schemas.GRAPH))));
  }
}
