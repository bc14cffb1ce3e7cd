package org.dramatis.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TransactionalNull;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;

/**
 * A dataset in memory that never changes: a change makes the next one, which shares with this one
 * every graph that is the same. A union is kept and not worked out for every pattern.
 */
final class MemoryDataset extends ReadOnlyDataset {

  private static final GraphMem2Fast NOTHING = new GraphMem2Fast();

  private final Map<Node, GraphMem2Fast> named;
  private final Set<Node> created;
  private final GraphMem2Fast unnamed;

  /**
   * Takes the graphs as they are.
   *
   * @param unnamed the default graph: the union of the others, or one of its own
   */
  private MemoryDataset(
      DefaultGraph defaultGraph,
      Map<Node, GraphMem2Fast> named,
      Set<Node> created,
      GraphMem2Fast unnamed) {
    super(defaultGraph, TransactionalNull.create());
    this.named = named;
    this.created = created;
    this.unnamed = unnamed;
  }

  /** A dataset without any statement or graph. */
  static MemoryDataset empty(DefaultGraph defaultGraph) {
    return new MemoryDataset(defaultGraph, Map.of(), Set.of(), NOTHING);
  }

  /** Makes a dataset of statements and changes, each of which is done at once. */
  static final class Builder {

    private final DefaultGraph defaultGraph;
    private final Map<Node, GraphMem2Fast> named = new HashMap<>();
    private final GraphMem2Fast own = new GraphMem2Fast();
    private final Set<Node> created = new HashSet<>();

    Builder(DefaultGraph defaultGraph) {
      this.defaultGraph = defaultGraph;
    }

    private GraphMem2Fast graph(Quad quad) {
      return quad.isDefaultGraph()
          ? own
          : named.computeIfAbsent(quad.getGraph(), name -> new GraphMem2Fast());
    }

    void add(Quad quad) {
      graph(quad).add(quad.asTriple());
    }

    /** Lets a graph be there even when it holds nothing. */
    void create(Node graph) {
      created.add(graph);
    }

    void apply(Change change) {
      change.deleted().forEach(quad -> graph(quad).delete(quad.asTriple()));
      change.added().forEach(this::add);
      created.addAll(change.created());
      created.removeAll(change.dropped());
    }

    MemoryDataset build() {
      named.values().removeIf(Graph::isEmpty);
      if (defaultGraph == DefaultGraph.UNION) {
        named.values().forEach(graph -> graph.find().forEachRemaining(own::add));
      }
      return new MemoryDataset(defaultGraph, named, created, own);
    }
  }

  /** The dataset after a change. */
  MemoryDataset after(Change change) {
    Map<Node, GraphMem2Fast> changed = new HashMap<>();
    for (Quad quad : change.deleted()) {
      copy(quad.getGraph(), changed).delete(quad.asTriple());
    }
    for (Quad quad : change.added()) {
      copy(quad.getGraph(), changed).add(quad.asTriple());
    }
    Optional<GraphMem2Fast> own = Optional.ofNullable(changed.remove(Quad.defaultGraphIRI));
    Map<Node, GraphMem2Fast> graphs = new HashMap<>(named);
    graphs.putAll(changed);
    GraphMem2Fast next =
        switch (defaultGraph()) {
          case UNION -> union(change, graphs);
          case SEPARATE -> own.orElse(unnamed);
        };
    graphs.values().removeIf(Graph::isEmpty);
    Set<Node> there = new HashSet<>(created);
    there.addAll(change.created());
    there.removeAll(change.dropped());
    return new MemoryDataset(defaultGraph(), graphs, there, next);
  }

  private GraphMem2Fast copy(Node name, Map<Node, GraphMem2Fast> changed) {
    if (defaultGraph() == DefaultGraph.UNION && Quad.isDefaultGraph(name)) {
      throw new IllegalArgumentException("a statement of the union belongs to a named graph");
    }
    return changed.computeIfAbsent(name, graph -> graph(graph).copy());
  }

  private GraphMem2Fast union(Change change, Map<Node, GraphMem2Fast> graphs) {
    GraphMem2Fast all = unnamed.copy();
    for (Quad quad : change.deleted()) {
      Triple triple = quad.asTriple();
      if (graphs.values().stream().noneMatch(graph -> graph.contains(triple))) {
        all.delete(triple);
      }
    }
    change.added().forEach(quad -> all.add(quad.asTriple()));
    return all;
  }

  @Override
  Set<Node> created() {
    return created;
  }

  @Override
  public Graph getDefaultGraph() {
    return new GraphReadOnly(unnamed);
  }

  @Override
  public Graph getGraph(Node name) {
    return Quad.isUnionGraph(name) ? getUnionGraph() : new GraphReadOnly(graph(name));
  }

  private GraphMem2Fast graph(Node name) {
    return Quad.isDefaultGraph(name) ? unnamed : named.getOrDefault(name, NOTHING);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    Set<Node> names = new HashSet<>(named.keySet());
    names.addAll(created);
    return names.iterator();
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return quads(Quad.defaultGraphIRI, unnamed, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return quads(g, graph(g), s, p, o);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return Iter.flatMap(
        named.entrySet().iterator(), graph -> quads(graph.getKey(), graph.getValue(), s, p, o));
  }

  private static Iterator<Quad> quads(Node name, Graph graph, Node s, Node p, Node o) {
    return Iter.map(graph.find(s, p, o), triple -> Quad.create(name, triple));
  }
}
