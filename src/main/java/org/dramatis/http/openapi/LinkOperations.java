package org.dramatis.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.lookup.LookupEndpoint;
import org.dramatis.http.reconcile.Protocol;
import org.dramatis.http.reconcile.ReconcileEndpoint;
import org.dramatis.http.search.SearchEndpoint;
import org.dramatis.http.search.SearchRequest;
import org.dramatis.link.search.Question;

/** Finding entities: {@code /search}, {@code /lookup} and {@code /reconcile}. */
final class LinkOperations {

  private static final String EXAMPLE_NAME = "Sofia Carson";

  private LinkOperations() {}

  static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    operations.add(
        Operation.get(
            SearchEndpoint.PATH,
            "search",
            "Finds entities by what they are called",
            Tags.LINKING,
            searchFields(),
            Success.ok(
                "What was found, the best first.", Headers.DATA, Content.json(Schemas.HITS))));
    operations.add(
        Operation.get(
            SearchEndpoint.ONE_PATH,
            "searchOne",
            "Finds the entity that is called so best",
            Tags.LINKING,
            searchFields(),
            Success.ok("The best.", Headers.DATA, Content.json(Schemas.HIT))));
    operations.add(
        Operation.get(
            LookupEndpoint.PATH,
            "lookup",
            "Finds an entity by the identifier that another catalogue gave it",
            Tags.LINKING,
            List.of(
                Field.required("scheme", "Whose identifier it is.", Schemas.text(), "imdb"),
                Field.required(
                    "id", "The identifier, however it is written.", Schemas.text(), "tt4614584"),
                Options.version(),
                Options.format(Stream.of("json")),
                Options.timeout()),
            Success.ok("What has it.", Headers.DATA, Content.json(Schemas.LOOKUP))));
    operations.add(lookupMany());
    operations.addAll(reconciling());
    operations.add(AnnotateOperation.operation());
    return operations;
  }

  private static List<Field> searchFields() {
    return Field.all(
        SearchRequest.PARAMETERS,
        Field.required("q", "A name, or what is left of one.", Schemas.text(), EXAMPLE_NAME),
        Field.optional("type", "A class, such as Person.", Schemas.text()).like("Person"),
        Field.optional("lang", "The tag of the language of labels.", Schemas.text()).like("en"),
        Field.optional("limit", "How many are wanted.", Schemas.integer(1, Question.MOST)),
        Field.optional("cursor", "Where an answer before this ended.", Schemas.text()),
        Options.format(Stream.of("json")));
  }

  private static Operation lookupMany() {
    JsonObject ids = Schemas.list(Schemas.text());
    ids.put("maxItems", LookupEndpoint.MOST);
    JsonObject schema =
        Members.of("type", "object")
            .withTexts("required", List.of("ids"))
            .with("properties", Members.none().with("ids", ids))
            .json();
    return Operation.post(
        LookupEndpoint.PATH,
        "lookupMany",
        "Finds entities by identifiers of any schemes, each as scheme:identifier",
        Tags.LINKING,
        List.of(Options.version(), Options.timeout()),
        new Operation.Body(
            "The identifiers.",
            List.of(
                Content.of(Content.JSON, schema)
                    .like(JSON.parse("{\"ids\": [\"imdb:tt4614584\", \"wikidata:Q907311\"]}")))),
        Success.ok(
            "An answer for each, in the same order.",
            Headers.DATA,
            List.of(Content.of(Content.JSON, Schemas.of(Schemas.LOOKUPS)))));
  }

  private static List<Operation> reconciling() {
    List<Content> object = List.of(Content.of(Content.JSON, Schemas.object()));
    Set<String> versions = new TreeSet<>(Protocol.numbers());
    return List.of(
        Operation.get(
            ReconcileEndpoint.PATH,
            "reconcileManifest",
            "What the reconciliation service can do",
            Tags.LINKING,
            List.of(
                Field.optional("version", "Of the API.", Schemas.oneOf(versions)),
                Options.format(Stream.of("json"))),
            Success.ok("The manifest.", Headers.DATA, object)),
        Operation.post(
            ReconcileEndpoint.PATH,
            "reconcile",
            "Matches names with entities, as OpenRefine asks it",
            Tags.LINKING,
            List.of(),
            new Operation.Body(
                "Queries of version 0.2 as JSON in a form.",
                List.of(
                    Content.of(
                            "application/x-www-form-urlencoded",
                            Members.of("type", "object")
                                .withTexts("required", List.of("queries"))
                                .with("properties", Members.none().with("queries", Schemas.text()))
                                .json())
                        .like(
                            Members.of(
                                    "queries",
                                    "{\"q0\": {\"query\": \"%s\"}}".formatted(EXAMPLE_NAME))
                                .json()))),
            Success.ok("The candidates of each.", Headers.DATA, object)),
        Operation.post(
            ReconcileEndpoint.PATH + "/" + Protocol.V1_0.number() + ReconcileEndpoint.MATCH,
            "match",
            "Matches names with entities by the draft of the next version",
            Tags.LINKING,
            List.of(),
            new Operation.Body(
                "The queries.",
                List.of(
                    object
                        .getFirst()
                        .like(
                            JSON.parse(
                                """
                                {"queries": [{"type": "Person", "conditions": [
                                  {"matchType": "name", "propertyValue": "%s"}]}]}
                                """
                                    .formatted(EXAMPLE_NAME))))),
            Success.ok("The candidates of each.", Headers.DATA, object)),
        Operation.get(
            ReconcileEndpoint.PATH + "/suggest/entity",
            "suggestEntity",
            "Entities whose names begin so",
            Tags.LINKING,
            List.of(
                Field.required("prefix", "What was typed.", Schemas.text(), "Sof"),
                Field.optional("cursor", "How many to leave out.", Schemas.integer(0))),
            Success.ok("Some of them.", Headers.DATA, object)));
  }
}
