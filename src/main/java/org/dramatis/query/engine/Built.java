package org.dramatis.query.engine;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;

/** Graphs that a query builds. Only what is new in them is charged. */
public final class Built {

  private Built() {}

  /** The graph of a CONSTRUCT. */
  public static Graph construct(
      Query query, QueryExec execution, DatasetGraph dataset, Budget budget) {
    Graph graph = graph(query, dataset);
    Iterator<Triple> statements = execution.constructTriples();
    while (statements.hasNext()) {
      budget.step();
      add(statements.next(), graph, budget);
    }
    return new BoundedGraph(graph, budget);
  }

  /** The graph of a DESCRIBE, of which the execution finds the resources. */
  public static Graph describe(
      Query query, QueryExec execution, DatasetGraph dataset, Budget budget) {
    Graph graph = graph(query, dataset);
    new Description(query, dataset, budget, graph).describe(query, execution);
    return new BoundedGraph(graph, budget);
  }

  static void add(Triple statement, Graph graph, Budget budget) {
    if (!graph.contains(statement)) {
      budget.charge(Sizes.of(statement));
      graph.add(statement);
    }
  }

  /** An empty graph with the prefixes of the data and of the query. */
  private static Graph graph(Query query, DatasetGraph dataset) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(dataset.prefixes().getMapping());
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    return graph;
  }
}
