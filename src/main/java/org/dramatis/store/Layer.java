package org.dramatis.store;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;

/** A dataset that is another one with a difference that nobody changes any more. */
final class Layer extends ReadOnlyDataset {

  private final DatasetGraph base;
  private final Difference difference;
  private final Set<Node> created;

  /**
   * Lays a difference over a snapshot, in whose transaction it is read.
   *
   * @param created the graphs that are there even when they hold nothing
   */
  Layer(Snapshot snapshot, Difference difference, Set<Node> created) {
    this(snapshot, difference, created, snapshot.dataset());
  }

  /** The same, in a transaction of its own. */
  Layer(Snapshot snapshot, Difference difference, Set<Node> created, Transactional transactions) {
    super(snapshot.defaultGraph(), transactions);
    this.base = snapshot.dataset();
    this.difference = difference;
    this.created = created;
  }

  /** The graphs that are there when a difference is laid over a base. */
  static Iterator<Node> graphs(ReadOnlyDataset dataset, DatasetGraph base, Difference difference) {
    Set<Node> names = new LinkedHashSet<>();
    base.listGraphNodes().forEachRemaining(names::add);
    names.addAll(difference.graphs());
    names.addAll(dataset.created());
    names.removeIf(name -> !dataset.containsGraph(name));
    return names.iterator();
  }

  @Override
  Set<Node> created() {
    return created;
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return graphs(this, base, difference);
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return difference.findUnnamed(base, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return difference.findNamed(base, g, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return difference.findNamed(base, s, p, o);
  }
}
