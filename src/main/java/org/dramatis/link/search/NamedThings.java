package org.dramatis.link.search;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.core.GraphView;
import org.dramatis.store.Snapshot;

/** Where names are read: in all graphs together. */
public final class NamedThings {

  private NamedThings() {}

  /** All graphs of a version together. */
  public static Graph graph(Snapshot snapshot) {
    Graph unnamed = snapshot.dataset().getDefaultGraph();
    return switch (snapshot.defaultGraph()) {
      case UNION -> unnamed;
      case SEPARATE -> new Union(unnamed, GraphView.createUnionGraph(snapshot.dataset()));
    };
  }
}
