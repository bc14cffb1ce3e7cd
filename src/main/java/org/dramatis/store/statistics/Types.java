package org.dramatis.store.statistics;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** The types that things have in one version; those that were looked up last are remembered. */
final class Types {

  private static final int REMEMBERED = 10_000;

  private final Graph graph;
  private final Map<Node, Set<Node>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Node, Set<Node>> eldest) {
          return size() > REMEMBERED;
        }
      };

  Types(Graph graph) {
    this.graph = graph;
  }

  /** The types of something; a value has none. */
  Set<Node> of(Node node) {
    if (node.isLiteral() || node.isTripleTerm()) {
      return Set.of();
    }
    Set<Node> types = known.get(node);
    if (types == null) {
      types = find(node);
      known.put(node, types);
    }
    return types;
  }

  private Set<Node> find(Node node) {
    Collection<Node> found =
        graph
            .find(node, RDF.Nodes.type, Node.ANY)
            .mapWith(triple -> triple.getObject())
            .filterKeep(Node::isURI)
            .toList();
    return Set.copyOf(new HashSet<>(found));
  }
}
