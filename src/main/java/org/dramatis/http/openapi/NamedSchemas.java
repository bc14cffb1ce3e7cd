package org.dramatis.http.openapi;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;

/** The schemas that have names, by which the rest of the document refers to them. */
final class NamedSchemas {

  private NamedSchemas() {}

  /** All that have a name. */
  static Members all() {
    return Members.none()
        .with(Schemas.PROBLEM, problem())
        .with(Schemas.TERM, term())
        .with(Schemas.ROWS, rows())
        .with(
            Schemas.TRUTH,
            Schemas.object(
                Members.none().with("head", Schemas.object()).with("boolean", Schemas.truth()),
                "boolean"))
        .with(Schemas.GRAPH, Members.none())
        .with(Schemas.HIT, hit())
        .with(
            Schemas.HITS,
            Schemas.object(
                Members.none()
                    .with("version", Schemas.integer(0))
                    .with("hits", Schemas.list(Schemas.of(Schemas.HIT)))
                    .with("next", Schemas.text("uri-reference")),
                "version",
                "hits"))
        .with(Schemas.IDENTIFIER, identifier())
        .with(Schemas.ENTITY, entity())
        .with(Schemas.LOOKUP, lookup(true))
        .with(
            Schemas.LOOKUPS,
            Schemas.object(
                Members.none()
                    .with("version", Schemas.integer(0))
                    .with("results", Schemas.list(lookup(false))),
                "version",
                "results"))
        .with(Schemas.MENTIONS, mentions())
        .with(Schemas.CITATION, citation())
        .with(Schemas.HEALTH, health())
        .with(
            Schemas.QUERIES,
            Schemas.object(
                Members.none().with("queries", Schemas.list(Schemas.object())), "queries"));
  }

  /** The members are those of {@link org.dramatis.http.problem.HttpProblem#json}. */
  private static JsonObject problem() {
    return Schemas.object(
        Members.none()
            .with("type", Schemas.text("uri"))
            .with("title", Schemas.text())
            .with("status", Schemas.integer(400, 599))
            .with("detail", Schemas.text())
            .with("instance", Schemas.text("uri"))
            .with("requestId", Schemas.text())
            .with("line", Schemas.integer(1))
            .with("column", Schemas.integer(1))
            .with("token", Schemas.text())
            .with("hint", Schemas.text())
            .with("retryAfter", Schemas.integer(0))
            .with("reasons", Schemas.list(Schemas.text())),
        "type",
        "title",
        "status",
        "detail",
        "requestId");
  }

  private static JsonObject term() {
    return Schemas.object(
        Members.none()
            .with("type", Schemas.oneOf(List.of("uri", "literal", "bnode", "triple")))
            .with("value", Members.none().json())
            .with("xml:lang", Schemas.text())
            .with("datatype", Schemas.text("iri")),
        "type",
        "value");
  }

  private static JsonObject rows() {
    JsonObject binding =
        Schemas.type("object").with("additionalProperties", Schemas.of(Schemas.TERM)).json();
    return Schemas.object(
        Members.none()
            .with(
                "head",
                Schemas.object(Members.none().with("vars", Schemas.list(Schemas.text())), "vars"))
            .with(
                "results",
                Schemas.object(Members.none().with("bindings", Schemas.list(binding)), "bindings")),
        "head",
        "results");
  }

  private static JsonObject hit() {
    JsonObject type =
        Schemas.object(
            Members.none().with("iri", Schemas.text("iri")).with("label", Schemas.text()),
            "iri",
            "label");
    JsonObject matched =
        Schemas.object(
            Members.none()
                .with("name", Schemas.text())
                .with("language", Schemas.text())
                .with("kind", Schemas.text())
                .with("why", Schemas.text())
                .with("sources", Schemas.list(Schemas.text("iri"))),
            "name",
            "kind",
            "why");
    return Schemas.object(
        Members.none()
            .with("iri", Schemas.text("iri"))
            .with("label", Schemas.text())
            .with("description", Schemas.text())
            .with("types", Schemas.list(type))
            .with("score", Schemas.number())
            .with("matched", matched),
        "iri",
        "label",
        "types",
        "score",
        "matched");
  }

  private static JsonObject identifier() {
    return Schemas.object(
        Members.none()
            .with("scheme", Schemas.text())
            .with("property", Schemas.text("iri"))
            .with("id", Schemas.text())
            .with("page", Schemas.text("uri"))
            .with("claims", Schemas.list(Schemas.object())),
        "scheme",
        "id");
  }

  private static JsonObject entity() {
    return Schemas.object(
        Members.none()
            .with("iri", Schemas.text("iri"))
            .with("label", Schemas.text())
            .with("types", Schemas.list(Schemas.text("iri")))
            .with("identifiers", Schemas.list(Schemas.of(Schemas.IDENTIFIER))),
        "iri",
        "types",
        "identifiers");
  }

  private static JsonObject lookup(boolean alone) {
    JsonObject asked =
        Schemas.object(
            Members.none().with("scheme", Schemas.text()).with("id", Schemas.text()),
            "scheme",
            "id");
    Members members = Members.none();
    if (alone) {
      members.with("version", Schemas.integer(0));
    }
    return Schemas.object(
        members
            .with("asked", asked)
            .with("status", Schemas.text())
            .with("read", Schemas.list(Schemas.object()))
            .with("entities", Schemas.list(Schemas.of(Schemas.ENTITY)))
            .with("conflicts", Schemas.list(Schemas.text()))
            .with("detail", Schemas.text())
            .with("hint", Schemas.text()),
        "asked",
        "status",
        "entities",
        "conflicts");
  }

  private static JsonObject mentions() {
    JsonObject mention =
        Schemas.object(
            Members.none()
                .with("start", Schemas.integer(0))
                .with("end", Schemas.integer(0))
                .with("text", Schemas.text())
                .with("iri", Schemas.text("iri"))
                .with("score", Schemas.number())
                .with("candidates", Schemas.list(Schemas.object())),
            "start",
            "end",
            "text",
            "iri",
            "score",
            "candidates");
    return Schemas.object(
        Members.none()
            .with("version", Schemas.integer(0))
            .with("length", Schemas.integer(0))
            .with("mentions", Schemas.list(mention)),
        "version",
        "length",
        "mentions");
  }

  private static JsonObject citation() {
    return Schemas.object(
        Members.none().with("iri", Schemas.text("iri")).with("address", Schemas.text("uri")),
        "iri",
        "address");
  }

  private static JsonObject health() {
    return Schemas.object(
        Members.none()
            .with("status", Schemas.text())
            .with("program", Schemas.text())
            .with("version", Schemas.integer(0)),
        "status",
        "version");
  }
}
