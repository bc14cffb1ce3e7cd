package org.dramatis.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.model.ServiceRecord;

/**
 * What is to be said instead of identifiers that were merged into others.
 *
 * @param next the one that replaces each
 */
public record Successors(Map<Node, Node> next) {

  /** Copies the map. */
  public Successors {
    next = Map.copyOf(next);
  }

  /** Those that a dataset records. */
  public static Successors of(DatasetGraph dataset) {
    Map<Node, Node> next = new HashMap<>();
    dataset
        .find(ServiceRecord.GRAPH, Node.ANY, ServiceRecord.IS_REPLACED_BY, Node.ANY)
        .forEachRemaining(quad -> next.put(quad.getSubject(), quad.getObject()));
    return new Successors(next);
  }

  /** The last one that replaces a term; the term itself if nothing does. */
  public Node last(Node term) {
    Set<Node> seen = new HashSet<>();
    Node last = term;
    while (next.containsKey(last) && seen.add(last)) {
      last = next.get(last);
    }
    return last;
  }

  /** The statement with the last successor of each term in it, also of those in triple terms. */
  public Triple rewrite(Triple statement) {
    return next.isEmpty()
        ? statement
        : Triple.create(
            rewrite(statement.getSubject()),
            rewrite(statement.getPredicate()),
            rewrite(statement.getObject()));
  }

  private Node rewrite(Node term) {
    return term.isTripleTerm()
        ? NodeFactory.createTripleTerm(rewrite(term.getTriple()))
        : last(term);
  }
}
