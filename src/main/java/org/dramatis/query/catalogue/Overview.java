package org.dramatis.query.catalogue;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.dramatis.model.Version;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;

/**
 * How much there is of what, in one version of the data.
 *
 * @param version the version
 * @param counts how many things there are of each class of the ontology, the most frequent first
 * @param sources what the sources are called, by their IRIs
 */
public record Overview(Version version, Map<String, Long> counts, Map<String, String> sources) {

  private static final String SOURCES =
      """
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?source (MIN(STR(?name)) AS ?label) WHERE { ?source a d:Source ; rdfs:label ?name }
      GROUP BY ?source ORDER BY ?label
      """;

  private static final String QUERY =
      """
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?label (COUNT(DISTINCT ?thing) AS ?things) WHERE {
        GRAPH <https://w3id.org/dramatis/ns> { ?class a owl:Class ; rdfs:label ?label }
        ?thing a ?class .
      }
      GROUP BY ?label ORDER BY DESC(?things) ?label
      """;

  /** Keeps the order. */
  public Overview {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
  }

  /** Counts, within a budget. */
  public static Overview of(QueryRunner runner, Snapshot snapshot, Budget budget)
      throws IOException, QueryFailedException {
    Map<String, Long> counts = new LinkedHashMap<>();
    read(runner, snapshot, budget, QUERY)
        .forEach((label, things) -> counts.put(label, Long.valueOf(things)));
    return new Overview(snapshot.version(), counts, read(runner, snapshot, budget, SOURCES));
  }

  /** One that says nothing. */
  public static Overview nothing(Version version) {
    return new Overview(version, Map.of(), Map.of());
  }

  /** The second column by the first. */
  private static Map<String, String> read(
      QueryRunner runner, Snapshot snapshot, Budget budget, String query)
      throws IOException, QueryFailedException {
    return runner.run(Sparql.parse(query), snapshot, budget, (_, answer) -> columns(answer));
  }

  private static Map<String, String> columns(Answer answer) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (answer instanceof Answer.Rows rows) {
      List<Var> variables = rows.rows().getResultVars();
      while (rows.rows().hasNext()) {
        Binding row = rows.rows().next();
        columns.put(text(row, variables.getFirst()), text(row, variables.getLast()));
      }
    }
    return columns;
  }

  private static String text(Binding row, Var variable) {
    Node node = row.get(variable);
    return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
  }
}
