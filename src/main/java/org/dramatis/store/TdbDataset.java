package org.dramatis.store;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.dramatis.model.DefaultGraph;
import org.jspecify.annotations.Nullable;

/** A dataset in a TDB2 database, for the thread whose transaction it is read in. */
final class TdbDataset extends ReadOnlyDataset {

  private final DatasetGraph database;
  private final Set<Node> created;

  TdbDataset(
      DefaultGraph defaultGraph,
      Transactional transaction,
      DatasetGraph database,
      Set<Node> created) {
    super(defaultGraph, transaction);
    this.database = database;
    this.created = created;
  }

  @Override
  Set<Node> created() {
    return created;
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    Set<Node> names = new LinkedHashSet<>(created);
    database.listGraphNodes().forEachRemaining(names::add);
    return names.iterator();
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return switch (defaultGraph()) {
      case UNION -> union(s, p, o);
      case SEPARATE -> originals(database.find(Quad.defaultGraphIRI, s, p, pattern(o)));
    };
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return originals(database.findNG(g, s, p, pattern(o)));
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return originals(database.findNG(Node.ANY, s, p, pattern(o)));
  }

  /**
   * A statement of several graphs is found once. Every index that can be read without a graph has
   * the graph last, so that equal statements follow each other; TDB2 itself would keep all that it
   * has found, to know them again.
   */
  private Iterator<Quad> union(Node s, Node p, Node o) {
    return Iter.distinctAdjacent(
        Iter.map(
            findInAnyNamedGraphs(s, p, o),
            quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple())));
  }

  /** Jena also calls anything null. */
  private static Node pattern(@Nullable Node object) {
    return object == null ? Node.ANY : ExactTerms.kept(object);
  }

  private static Iterator<Quad> originals(Iterator<Quad> kept) {
    return Iter.map(kept, ExactTerms::original);
  }
}
