package org.dramatis.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.dramatis.http.citation.CitationEndpoint;
import org.dramatis.http.sparql.SparqlOptions;
import org.dramatis.query.answer.AnswerFormat;

/** Queries of one's own: {@code /sparql}, and {@code /q} where they are cited. */
final class AskOperations {

  private static final String SPARQL = "/sparql";
  private static final String EXAMPLE =
      """
      PREFIX d: <https://w3id.org/dramatis/ns#>
      SELECT ?credit WHERE { ?credit a d:Credit } ORDER BY ?credit LIMIT 3\
      """;
  private static final String GRAPH_EXAMPLE =
      """
      PREFIX d: <https://w3id.org/dramatis/ns#>
      CONSTRUCT { ?credit a d:Credit } WHERE { ?credit a d:Credit } ORDER BY ?credit LIMIT 3\
      """;

  private AskOperations() {}

  static List<Operation> all() {
    return List.of(ask(), post(), cite(), cited());
  }

  private static Operation ask() {
    return Operation.get(
            SPARQL, "ask", "Answers a SPARQL query", Tags.QUERY, fields(true), answers())
        .saying(
            "SELECT and ASK are answered with rows or a truth value, CONSTRUCT and DESCRIBE with"
                + " statements. Nothing is changed.");
  }

  private static Operation post() {
    return Operation.post(
        SPARQL,
        "askByPost",
        "Answers a SPARQL query that is too long for an address",
        Tags.QUERY,
        fields(false),
        new Operation.Body(
            "The query.",
            List.of(
                Content.text("application/sparql-query")
                    .like(new JsonString(EXAMPLE))
                    .like(new JsonString(GRAPH_EXAMPLE)))),
        answers());
  }

  private static List<Field> fields(boolean asksInAddress) {
    List<Field> fields = new ArrayList<>();
    Set<String> read = new TreeSet<>(SparqlOptions.PARAMETERS);
    // It is known there only to be refused.
    read.remove("update");
    if (asksInAddress) {
      fields.add(
          Field.required("query", "The query.", Schemas.text(), EXAMPLE).like(GRAPH_EXAMPLE));
    } else {
      read.remove("query");
    }
    JsonObject graphs = Schemas.list(Schemas.text("iri"));
    fields.addAll(
        List.of(
            Field.optional("default-graph-uri", "Graphs to take as the default graph.", graphs),
            Field.optional("named-graph-uri", "Named graphs to ask.", graphs),
            Options.format(Stream.of(AnswerFormat.values()).map(AnswerFormat::key)),
            Options.version(),
            Options.timeout(),
            Options.mostRows(),
            Options.explain(),
            Options.why(),
            Options.check()));
    return Field.all(read, fields.toArray(Field[]::new));
  }

  private static Success answers() {
    return Success.ok("The answer.", Headers.ANSWER, contents());
  }

  /** Each kind of answer has its forms, and JSON and XML are among those of both. */
  private static List<Content> contents() {
    List<Content> all = new ArrayList<>();
    for (AnswerFormat.Kind kind : AnswerFormat.Kind.values()) {
      for (Content content : Content.answer(kind, Members.none().json())) {
        if (all.stream().noneMatch(known -> known.mediaType().equals(content.mediaType()))) {
          all.add(content);
        }
      }
    }
    return all;
  }

  private static Operation cite() {
    return Operation.post(
        CitationEndpoint.PATH,
        "cite",
        "Keeps a query and its answer for ever, so that it can be cited",
        Tags.QUERY,
        List.of(),
        new Operation.Body(
            "The query.",
            List.of(Content.text("application/sparql-query").like(new JsonString(EXAMPLE)))),
        cited(200, "It was cited before."),
        cited(201, "It is cited now, at the address in Location."));
  }

  private static Success cited(int status, String description) {
    return new Success(
        status,
        description,
        Headers.ELSEWHERE,
        List.of(Content.of(Content.JSON, Schemas.of(Schemas.CITATION))),
        Optional.empty());
  }

  private static Operation cited() {
    return Operation.get(
        CitationEndpoint.PATH + "/{hash}",
        "cited",
        "A cited query and its answers",
        Tags.QUERY,
        List.of(
            Field.path(
                "hash",
                "The digest of the query.",
                Members.of("type", "string").with("pattern", "^[0-9a-f]{64}$").json())),
        Success.ok("What is known of it.", Headers.DATA, Content.json(Schemas.CITATION)));
  }
}
