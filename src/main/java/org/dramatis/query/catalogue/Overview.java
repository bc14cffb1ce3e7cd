package org.dramatis.query.catalogue;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
 */
public record Overview(Version version, Map<String, Long> counts) {

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
  }

  /** Counts, within a budget. */
  public static Overview of(QueryRunner runner, Snapshot snapshot, Budget budget)
      throws IOException, QueryFailedException {
    return runner.run(Sparql.parse(QUERY), snapshot, budget, Overview::read);
  }

  /** One that says nothing. */
  public static Overview nothing(Version version) {
    return new Overview(version, Map.of());
  }

  private static Overview read(Version version, Answer answer) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (answer instanceof Answer.Rows rows) {
      Var label = Var.alloc("label");
      Var things = Var.alloc("things");
      while (rows.rows().hasNext()) {
        Binding row = rows.rows().next();
        counts.put(
            row.get(label).getLiteralLexicalForm(),
            Long.valueOf(row.get(things).getLiteralLexicalForm()));
      }
    }
    return new Overview(version, counts);
  }
}
