package org.dramatis.http.description;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.dramatis.store.Snapshot;

/**
 * How many statements the graphs of one version of the data have. Counting them takes a look at
 * each.
 *
 * @param version the version
 * @param kind what the default graph is
 * @param defaultGraph the statements of the default graph
 * @param named those of each named graph, up to a number of graphs
 */
public record DatasetSizes(
    Version version, DefaultGraph kind, long defaultGraph, Map<Node, Long> named) {

  /** More graphs than these are not listed one by one. */
  private static final int MOST_GRAPHS = 1000;

  /** Counts. */
  public static DatasetSizes of(Snapshot snapshot) {
    DatasetGraph data = snapshot.dataset();
    Map<Node, Long> named = new LinkedHashMap<>();
    Iterator<Node> names = data.listGraphNodes();
    while (names.hasNext() && named.size() < MOST_GRAPHS) {
      Node name = names.next();
      named.put(name, (long) data.getGraph(name).size());
    }
    return new DatasetSizes(
        snapshot.version(), snapshot.defaultGraph(), data.getDefaultGraph().size(), named);
  }
}
