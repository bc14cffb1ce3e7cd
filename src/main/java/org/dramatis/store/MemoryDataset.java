package org.dramatis.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TransactionalNull;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.dramatis.model.Change;

/**
 * A dataset in memory that never changes: a change makes the next one, which shares with this one
 * every graph that is the same. The union is kept and not worked out for every pattern.
 */
final class MemoryDataset extends ReadOnlyDataset {

  static final MemoryDataset EMPTY = new MemoryDataset(Map.of(), new GraphMem2Fast());

  private final Map<Node, GraphMem2Fast> named;
  private final GraphMem2Fast union;

  private MemoryDataset(Map<Node, GraphMem2Fast> named, GraphMem2Fast union) {
    super(TransactionalNull.create());
    this.named = named;
    this.union = union;
  }

  /** The dataset after a change. */
  MemoryDataset after(Change change) {
    Map<Node, GraphMem2Fast> changed = new HashMap<>();
    for (Quad quad : change.deleted()) {
      changed.computeIfAbsent(quad.getGraph(), name -> graph(name).copy()).delete(quad.asTriple());
    }
    for (Quad quad : change.added()) {
      changed.computeIfAbsent(quad.getGraph(), name -> graph(name).copy()).add(quad.asTriple());
    }
    Map<Node, GraphMem2Fast> graphs = new HashMap<>(named);
    graphs.putAll(changed);
    GraphMem2Fast all = union.copy();
    for (Quad quad : change.deleted()) {
      Triple triple = quad.asTriple();
      if (graphs.values().stream().noneMatch(graph -> graph.contains(triple))) {
        all.delete(triple);
      }
    }
    change.added().forEach(quad -> all.add(quad.asTriple()));
    graphs.values().removeIf(Graph::isEmpty);
    return new MemoryDataset(graphs, all);
  }

  @Override
  public Graph getDefaultGraph() {
    return new GraphReadOnly(union);
  }

  @Override
  public Graph getGraph(Node name) {
    return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name)
        ? getDefaultGraph()
        : new GraphReadOnly(graph(name));
  }

  private GraphMem2Fast graph(Node name) {
    return Optional.ofNullable(named.get(name)).orElse(EMPTY.union);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return named.keySet().iterator();
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return quads(Quad.defaultGraphIRI, union, s, p, o);
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
