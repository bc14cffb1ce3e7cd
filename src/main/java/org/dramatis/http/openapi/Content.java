package org.dramatis.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.dramatis.query.answer.AnswerFormat;

/**
 * A form in which something is sent.
 *
 * @param mediaType without parameters
 */
record Content(String mediaType, JsonObject schema, List<JsonValue> examples) {

  /** Takes a copy. */
  Content {
    examples = List.copyOf(examples);
  }

  static final String JSON = "application/json";

  static Content of(String mediaType, JsonObject schema) {
    return new Content(mediaType, schema, List.of());
  }

  /** What is sent as a text, whatever is in it. */
  static Content text(String mediaType) {
    return of(mediaType, Schemas.text());
  }

  /** The same with one more example. */
  Content like(JsonValue value) {
    List<JsonValue> more = new ArrayList<>(examples);
    more.add(value);
    return new Content(mediaType, schema, more);
  }

  /** JSON alone. */
  static List<Content> json(String component) {
    return List.of(of(JSON, Schemas.of(component)));
  }

  /**
   * The forms of an answer to a query, the first being the one for those who have no wish.
   *
   * @param json what is in it if it is JSON
   */
  static List<Content> answer(AnswerFormat.Kind kind, JsonObject json) {
    return Stream.concat(first(kind), AnswerFormat.of(kind).stream())
        .distinct()
        .flatMap(format -> forms(format, json))
        .toList();
  }

  private static Stream<AnswerFormat> first(AnswerFormat.Kind kind) {
    return switch (kind) {
      case ROWS -> Stream.of(AnswerFormat.JSON);
      case GRAPH -> Stream.of(AnswerFormat.TURTLE);
    };
  }

  private static Stream<Content> forms(AnswerFormat format, JsonObject json) {
    Stream<String> types =
        Stream.concat(Stream.of(format.mediaType()), format.generalMediaType().stream());
    return switch (format) {
      case JSON, JSONLD -> types.map(type -> of(type, json));
      default -> types.map(Content::text);
    };
  }

  static JsonObject json(List<Content> contents) {
    Members members = Members.none();
    for (Content content : contents) {
      members.with(
          content.mediaType(),
          Members.none()
              .with("schema", content.schema())
              .with("examples", Field.named(content.examples())));
    }
    return members.json();
  }
}
