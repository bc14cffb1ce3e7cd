package org.dramatis.query.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;

/**
 * The graph of a DESCRIBE: the statements about each resource in any graph of the dataset, and
 * about the blank nodes that these lead to. The way along blank nodes may be long, so it is not
 * followed by recursion.
 */
public final class Description {

  private final DatasetGraph dataset;
  private final Budget budget;
  private final Graph graph;
  private final Set<Node> met = new HashSet<>();
  private final Deque<Node> toDescribe = new ArrayDeque<>();

  /** Describes resources of the dataset, or of the part of it that the query chooses. */
  Description(Query query, DatasetGraph dataset, Budget budget, Graph graph) {
    this.dataset =
        query.hasDatasetDescription()
            ? DynamicDatasets.dynamicDataset(DatasetDescription.create(query), dataset, false)
            : dataset;
    this.budget = budget;
    this.graph = graph;
  }

  /** The query for the resources that are to be described. */
  public static Query resources(Query describe) {
    Query select = describe.cloneQuery();
    if (select.getQueryPattern() == null) {
      select.setQueryPattern(new ElementGroup());
    }
    select.setQuerySelectType();
    return select;
  }

  /** Adds what there is about the resources that a query names and finds. */
  void describe(Query describe, QueryExec resources) {
    describe.getResultURIs().forEach(this::meet);
    RowSet rows = resources.select();
    while (rows.hasNext()) {
      Binding row = rows.next();
      for (Var variable : rows.getResultVars()) {
        Node node = row.get(variable);
        if (node != null) {
          meet(node);
        }
      }
      describeMet();
    }
    describeMet();
  }

  private void meet(Node node) {
    if ((node.isURI() || node.isBlank()) && met.add(node)) {
      budget.charge(2 * Sizes.ENTRY);
      toDescribe.add(node);
    }
  }

  private void describeMet() {
    while (!toDescribe.isEmpty()) {
      Node subject = toDescribe.remove();
      Iterator<Triple> statements =
          Iter.concat(
              dataset.getDefaultGraph().find(subject, Node.ANY, Node.ANY),
              Iter.map(dataset.findNG(Node.ANY, subject, Node.ANY, Node.ANY), Quad::asTriple));
      while (statements.hasNext()) {
        Triple statement = statements.next();
        Built.add(statement, graph, budget);
        if (statement.getObject().isBlank()) {
          meet(statement.getObject());
        }
      }
    }
  }
}
