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

  private static Members type(String name) {
    return Members.of(TYPE, name);
  }

  private static JsonObject object(Members properties, String... required) {
    return type("object")
        .withTexts("required", List.of(required))
        .with("properties", properties)
        .json();
  }

  /** All that have a name. */
  static Members named() {
    return Members.none()
        .with(PROBLEM, problem())
        .with(TERM, term())
        .with(ROWS, rows())
        .with(
            TRUTH,
            object(Members.none().with("head", object()).with("boolean", truth()), "boolean"))
        .with(GRAPH, Members.none())
        .with(HIT, hit())
        .with(
            HITS,
            object(
                Members.none()
                    .with("version", integer(0))
                    .with("hits", list(of(HIT)))
                    .with("next", text("uri-reference")),
                "version",
                "hits"))
        .with(IDENTIFIER, identifier())
        .with(ENTITY, entity())
        .with(LOOKUP, lookup(true))
        .with(
            LOOKUPS,
            object(
                Members.none().with("version", integer(0)).with("results", list(lookup(false))),
                "version",
                "results"))
        .with(CITATION, citation())
        .with(HEALTH, health())
        .with(QUERIES, object(Members.none().with("queries", list(object())), "queries"));
  }

  /** The members are those of {@link org.dramatis.http.problem.HttpProblem#json}. */
  private static JsonObject problem() {
    return object(
        Members.none()
            .with("type", text("uri"))
            .with("title", text())
            .with("status", integer(400, 599))
            .with("detail", text())
            .with("instance", text("uri"))
            .with("requestId", text())
            .with("line", integer(1))
            .with("column", integer(1))
            .with("token", text())
            .with("hint", text())
            .with("retryAfter", integer(0))
            .with("reasons", list(text())),
        "type",
        "title",
        "status",
        "detail",
        "requestId");
  }

  private static JsonObject term() {
    return object(
        Members.none()
            .with("type", oneOf(List.of("uri", "literal", "bnode", "triple")))
            .with("value", Members.none().json())
            .with("xml:lang", text())
            .with("datatype", text("iri")),
        "type",
        "value");
  }

  private static JsonObject rows() {
    JsonObject binding = type("object").with("additionalProperties", of(TERM)).json();
    return object(
        Members.none()
            .with("head", object(Members.none().with("vars", list(text())), "vars"))
            .with("results", object(Members.none().with("bindings", list(binding)), "bindings")),
        "head",
        "results");
  }

  private static JsonObject hit() {
    JsonObject type =
        object(Members.none().with("iri", text("iri")).with("label", text()), "iri", "label");
    JsonObject matched =
        object(
            Members.none()
                .with("name", text())
                .with("language", text())
                .with("kind", text())
                .with("why", text())
                .with("sources", list(text("iri"))),
            "name",
            "kind",
            "why");
    return object(
        Members.none()
            .with("iri", text("iri"))
            .with("label", text())
            .with("description", text())
            .with("types", list(type))
            .with("score", number())
            .with("matched", matched),
        "iri",
        "label",
        "types",
        "score",
        "matched");
  }

  private static JsonObject identifier() {
    return object(
        Members.none()
            .with("scheme", text())
            .with("property", text("iri"))
            .with("id", text())
            .with("page", text("uri"))
            .with("claims", list(object())),
        "scheme",
        "id");
  }

  private static JsonObject entity() {
    return object(
        Members.none()
            .with("iri", text("iri"))
            .with("label", text())
            .with("types", list(text("iri")))
            .with("identifiers", list(of(IDENTIFIER))),
        "iri",
        "types",
        "identifiers");
  }

  private static JsonObject lookup(boolean alone) {
    JsonObject asked =
        object(Members.none().with("scheme", text()).with("id", text()), "scheme", "id");
    Members members = Members.none();
    if (alone) {
      members.with("version", integer(0));
    }
    return object(
        members
            .with("asked", asked)
            .with("status", text())
            .with("read", list(object()))
            .with("entities", list(of(ENTITY)))
            .with("conflicts", list(text()))
            .with("detail", text())
            .with("hint", text()),
        "asked",
        "status",
        "entities",
        "conflicts");
  }

  private static JsonObject citation() {
    return object(
        Members.none().with("iri", text("iri")).with("address", text("uri")), "iri", "address");
  }

  private static JsonObject health() {
    return object(
        Members.none().with("status", text()).with("program", text()).with("version", integer(0)),
        "status",
        "version");
  }
}
