package org.dramatis.store;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.DefaultGraph;

/**
 * What one dataset has more and less than another one, the base, which is named again with every
 * call and must always be the same. As long as nobody changes it, many threads can read it.
 */
final class Difference {

  private final DefaultGraph defaultGraph;
  private final Map<Node, Part> named;
  private Part unnamed;

  /** The parts that no other difference shares. */
  private final Set<Part> own = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What a graph has more and less than the same graph of the base. */
  private static final class Part {
    private final GraphMem2 added;
    private final Set<Triple> gone;

    Part() {
      this.added = new GraphMem2Fast();
      this.gone = new HashSet<>();
    }

    Part(Part other) {
      this.added = other.added.copy();
      this.gone = new HashSet<>(other.gone);
    }

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
      if (added.isEmpty() && gone.isEmpty()) {
        return underneath;
      }
      Iterator<Quad> kept =
          gone.isEmpty()
              ? underneath
              : Iter.filter(underneath, quad -> !gone.contains(quad.asTriple()));
      return Iter.concat(kept, added(g, s, p, o));
    }
  }

  /** No difference yet. */
  Difference(DefaultGraph defaultGraph) {
    this(defaultGraph, new Part(), new HashMap<>());
  }

  private Difference(DefaultGraph defaultGraph, Part unnamed, Map<Node, Part> named) {
    this.defaultGraph = defaultGraph;
    this.unnamed = unnamed;
    this.named = named;
  }

  /** The same difference, which can be changed without changing this one. */
  Difference copy() {
    return new Difference(defaultGraph, unnamed, new HashMap<>(named));
  }

  private Part own(Part part) {
    if (own.contains(part)) {
      return part;
    }
    Part copied = new Part(part);
    own.add(copied);
    return copied;
  }

  /** Lets a statement in, whether it is there or not. */
  void put(DatasetGraph base, Quad quad) {
    Triple triple = quad.asTriple();
    if (!quad.isDefaultGraph()) {
      part(quad.getGraph()).put(triple, base.contains(quad));
    }
    if (quad.isDefaultGraph() || defaultGraph == DefaultGraph.UNION) {
      unnamed = own(unnamed);
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
      unnamed = own(unnamed);
      unnamed.remove(triple, base.getDefaultGraph().contains(triple));
    }
  }

  private boolean isInAnyNamedGraph(DatasetGraph base, Triple triple) {
    return findNamed(base, triple.getSubject(), triple.getPredicate(), triple.getObject())
        .hasNext();
  }

  private Part part(Node name) {
    return named.compute(name, (_, part) -> own(part == null ? new Part() : part));
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
    Iterator<Quad> found = separate().added(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY);
    for (Map.Entry<Node, Part> graph : named.entrySet()) {
      found =
          Iter.concat(found, graph.getValue().added(graph.getKey(), Node.ANY, Node.ANY, Node.ANY));
    }
    return found;
  }

  /** The statements that only the base has. */
  Iterator<Quad> gone() {
    Iterator<Quad> found = separate().gone(Quad.defaultGraphIRI);
    for (Map.Entry<Node, Part> graph : named.entrySet()) {
      found = Iter.concat(found, graph.getValue().gone(graph.getKey()));
    }
    return found;
  }

  /** What has changed in the default graph itself; a union only follows the others. */
  private Part separate() {
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
