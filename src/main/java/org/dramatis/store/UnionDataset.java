package org.dramatis.store;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;

/** Shows a dataset, whose default graph already holds the union, to readers only. */
final class UnionDataset extends ReadOnlyDataset {

  private final DatasetGraph base;

  UnionDataset(DatasetGraph base, Transactional transactions) {
    super(transactions);
    this.base = base;
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return base.listGraphNodes();
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return base.find(Quad.defaultGraphIRI, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return base.findNG(g, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return base.findNG(Node.ANY, s, p, o);
  }
}
