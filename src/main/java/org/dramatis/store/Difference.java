package org.dramatis.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.DefaultGraph;

/**
 * What one dataset has more and less than another one, the base, which is named again with every
 * call and must always be the same. As long as nobody changes it, many threads can read it.
 */
final class Difference {

  private final DefaultGraph defaultGraph;
  private final Part unnamed = new Part();
  private final Map<Node, Part> named = new HashMap<>();

  /** What a graph has more and less than the same graph of the base. */
  private static final class Part {
    private final Graph added = GraphMemFactory.createDefaultGraph();
    private final Set<Triple> gone = new HashSet<>();

    void put(Triple triple, boolean underneath) {
      gone.remove(triple);
      if (!underneath) {
        added.add(triple);
      }
    }

    void remove(Triple triple, boolean underneath) {
      added.delete(triple);
      if (underneath) {
        gone.add(triple);
      }
    }

    Iterator<Quad> added(Node g, Node s, Node p, Node o) {
      return Iter.map(added.find(s, p, o), triple -> Quad.create(g, triple));
    }

    Iterator<Quad> gone(Node g) {
      return Iter.map(gone.iterator(), triple -> Quad.create(g, triple));
    }

    Iterator<Quad> over(Iterator<Quad> underneath, Node g, Node s, Node p, Node o) {
      Iterator<Quad> kept =
          gone.isEmpty()
              ? underneath
              : Iter.filter(underneath, quad -> !gone.contains(quad.asTriple()));
      return Iter.concat(kept, added(g, s, p, o));
    }
  }

  /** No difference yet. */
  Difference(DefaultGraph defaultGraph) {
    this.defaultGraph = defaultGraph;
  }

  /** Lets a statement in, whether it is there or not. */
  void put(DatasetGraph base, Quad quad) {
    Triple triple = quad.asTriple();
    if (!quad.isDefaultGraph()) {
      part(quad.getGraph()).put(triple, base.contains(quad));
    }
    if (quad.isDefaultGraph() || defaultGraph == DefaultGraph.UNION) {
      unnamed.put(triple, base.getDefaultGraph().contains(triple));
    }
  }

  /** Takes a statement out, whether it is there or not. */
  void remove(DatasetGraph base, Quad quad) {
    Triple triple = quad.asTriple();
    if (!quad.isDefaultGraph()) {
      part(quad.getGraph()).remove(triple, base.contains(quad));
    }
    if (quad.isDefaultGraph()
        || (defaultGraph == DefaultGraph.UNION && !isInAnyNamedGraph(base, triple))) {
      unnamed.remove(triple, base.getDefaultGraph().contains(triple));
    }
  }

  private boolean isInAnyNamedGraph(DatasetGraph base, Triple triple) {
    return findNamed(base, triple.getSubject(), triple.getPredicate(), triple.getObject())
        .hasNext();
  }

  private Part part(Node name) {
    return named.computeIfAbsent(name, graph -> new Part());
  }

  /** How many statements it holds. */
  long size() {
    return size(unnamed) + named.values().stream().mapToLong(Difference::size).sum();
  }

  private static long size(Part part) {
    return (long) part.added.size() + part.gone.size();
  }

  /** The graphs in which something was changed. */
  Set<Node> graphs() {
    return named.keySet();
  }

  /** The statements that the base has not. */
  Iterator<Quad> added() {
    Iterator<Quad> found = own().added(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY);
    for (Map.Entry<Node, Part> graph : named.entrySet()) {
      found =
          Iter.concat(found, graph.getValue().added(graph.getKey(), Node.ANY, Node.ANY, Node.ANY));
    }
    return found;
  }

  /** The statements that only the base has. */
  Iterator<Quad> gone() {
    Iterator<Quad> found = own().gone(Quad.defaultGraphIRI);
    for (Map.Entry<Node, Part> graph : named.entrySet()) {
      found = Iter.concat(found, graph.getValue().gone(graph.getKey()));
    }
    return found;
  }

  /** What has changed in the default graph itself; a union only follows the others. */
  private Part own() {
    return switch (defaultGraph) {
      case UNION -> new Part();
      case SEPARATE -> unnamed;
    };
  }

  /** The statements of the default graph. */
  Iterator<Quad> findUnnamed(DatasetGraph base, Node s, Node p, Node o) {
    return unnamed.over(base.find(Quad.defaultGraphIRI, s, p, o), Quad.defaultGraphIRI, s, p, o);
  }

  /** The statements of one named graph. */
  Iterator<Quad> findNamed(DatasetGraph base, Node g, Node s, Node p, Node o) {
    Iterator<Quad> underneath = base.findNG(g, s, p, o);
    Part part = named.get(g);
    return part == null ? underneath : part.over(underneath, g, s, p, o);
  }

  /** The statements of all named graphs. */
  Iterator<Quad> findNamed(DatasetGraph base, Node s, Node p, Node o) {
    Iterator<Quad> found = Iter.filter(base.findNG(Node.ANY, s, p, o), this::remains);
    for (Map.Entry<Node, Part> graph : named.entrySet()) {
      found = Iter.concat(found, graph.getValue().added(graph.getKey(), s, p, o));
    }
    return found;
  }

  private boolean remains(Quad quad) {
    Part part = named.get(quad.getGraph());
    return part == null || !part.gone.contains(quad.asTriple());
  }
}
