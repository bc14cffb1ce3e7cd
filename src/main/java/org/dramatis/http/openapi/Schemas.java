package org.dramatis.http.openapi;

import java.util.Collection;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;

/** The schemas of what is sent and answered, as JSON Schema 2020-12 writes them. */
final class Schemas {

  /** What is wrong, as RFC 9457 tells it. */
  static final String PROBLEM = "Problem";

  /** Rows in the JSON of SPARQL. */
  static final String ROWS = "Rows";

  /** A term in such a row. */
  static final String TERM = "Term";

  /** A truth value in the JSON of SPARQL. */
  static final String TRUTH = "Truth";

  /** Statements in JSON-LD. */
  static final String GRAPH = "Graph";

  /** What was found by name. */
  static final String HIT = "Hit";

  /** What a search answers. */
  static final String HITS = "Hits";

  /** A thing with its identifiers. */
  static final String ENTITY = "Entity";

  /** What somebody calls a thing. */
  static final String IDENTIFIER = "Identifier";

  /** What was found under one identifier. */
  static final String LOOKUP = "Lookup";

  /** What was found under several. */
  static final String LOOKUPS = "Lookups";

  /** What a text speaks of. */
  static final String MENTIONS = "Mentions";

  /** A query that is kept for ever, or one of its answers. */
  static final String CITATION = "Citation";

  /** How the server is. */
  static final String HEALTH = "Health";

  /** The list of the published queries. */
  static final String QUERIES = "Queries";

  private static final String TYPE = "type";

  private Schemas() {}

  static JsonObject text() {
    return type("string").json();
  }

  static JsonObject text(String format) {
    return type("string").with("format", format).json();
  }

  static JsonObject integer(long least) {
    return type("integer").with("minimum", least).json();
  }

  static JsonObject integer(long least, long most) {
    return type("integer").with("minimum", least).with("maximum", most).json();
  }

  static JsonObject truth() {
    return type("boolean").json();
  }

  static JsonObject number() {
    return type("number").json();
  }

  static JsonObject oneOf(Collection<String> values) {
    return type("string").withTexts("enum", values).json();
  }

  static JsonObject list(JsonObject items) {
    return type("array").with("items", items).json();
  }

  /** Any object. */
  static JsonObject object() {
    return type("object").json();
  }

  static JsonObject of(String component) {
    return Members.of("$ref", "#/components/schemas/" + component).json();
  }

  static Members type(String name) {
    return Members.of(TYPE, name);
  }

  /** An object with these members, of which some have to be there. */
  static JsonObject object(Members properties, String... required) {
    return type("object")
        .withTexts("required", List.of(required))
        .with("properties", properties)
        .json();
  }
}
