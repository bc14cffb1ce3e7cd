package org.dramatis.link.search;

import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
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

  /** Everything in a graph that may have a name, each once. */
  public static void each(Graph graph, Consumer<Node> sink) {
    Names.entities(graph, sink);
  }
}
