package org.dramatis.http.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/**
 * A value that is sent with a request.
 *
 * @param place where it is sent
 * @param schema what it may be
 * @param examples of what is answered
 * @param component under which name it is described once for many operations, if it is
 */
record Field(
    String name,
    Place place,
    String description,
    boolean required,
    JsonObject schema,
    List<JsonValue> examples,
    Optional<String> component) {

  /** Takes a copy. */
  Field {
    examples = List.copyOf(examples);
  }

  /** Where a value is sent. */
  enum Place {
    PATH,
    QUERY,
    HEADER
  }

  /** A parameter of the address that may be left out. */
  static Field optional(String name, String description, JsonObject schema) {
    return new Field(name, Place.QUERY, description, false, schema, List.of(), Optional.empty());
  }

  /** A parameter of the address. */
  static Field required(String name, String description, JsonObject schema, String example) {
    return new Field(
        name,
        Place.QUERY,
        description,
        true,
        schema,
        List.of(new JsonString(example)),
        Optional.empty());
  }

  /** A part of the path. */
  static Field path(String name, String description, JsonObject schema) {
    return new Field(name, Place.PATH, description, true, schema, List.of(), Optional.empty());
  }

  /** The same with one more example. */
  Field like(JsonValue value) {
    List<JsonValue> more = new ArrayList<>(examples);
    more.add(value);
    return new Field(name, place, description, required, schema, more, component);
  }

  /** The same, described once under its name. */
  Field shared() {
    return shared(name);
  }

  /** The same, described once under a name. */
  Field shared(String as) {
    return new Field(name, place, description, required, schema, examples, Optional.of(as));
  }

  /** The same with a text as an example. */
  Field like(String value) {
    return like(new JsonString(value));
  }

  /**
   * Fields that are all that an endpoint reads, no more and no less.
   *
   * @throws IllegalStateException if one is not described, or is not read
   */
  static List<Field> all(Collection<String> read, Field... described) {
    Set<String> names =
        List.of(described).stream()
            .filter(field -> field.place() == Place.QUERY)
            .map(Field::name)
            .collect(Collectors.toSet());
    if (!names.equals(new HashSet<>(read))) {
      throw new IllegalStateException("described are %s, but read are %s".formatted(names, read));
    }
    return List.of(described);
  }

  /** It, or where it is described. */
  JsonObject reference() {
    return component
        .map(as -> Members.of("$ref", "#/components/parameters/" + as).json())
        .orElseGet(this::json);
  }

  /** Its description. */
  JsonObject json() {
    return Members.of("name", name)
        .with("in", place.name().toLowerCase(Locale.ROOT))
        .with("description", description)
        .with("required", required)
        .with("schema", schema)
        .with("examples", named(examples))
        .json();
  }

  /** Examples have names, which say nothing here. */
  static Optional<JsonObject> named(List<JsonValue> values) {
    Members members = Members.none();
    for (int i = 0; i < values.size(); i++) {
      members.with("example" + (i + 1), Members.none().with("value", values.get(i)));
    }
    return Optional.of(members.json()).filter(object -> !object.isEmpty());
  }
}
