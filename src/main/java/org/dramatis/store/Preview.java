package org.dramatis.store;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;

/**
 * The dataset as it would be after changes that have not been committed. Nothing is copied but the
 * changes themselves, and the dataset underneath is left alone. For one thread, inside one {@link
 * Store#read}.
 */
public final class Preview extends ReadOnlyDataset {

  private static final int STEPS_BETWEEN_CHECKS = 64;

  private final DatasetGraph base;
  private final Set<Node> created;
  private final Difference difference;
  private final Runnable check;
  private int steps;

  /** A view of the snapshot's dataset, to which changes can be added by {@link #apply}. */
  public Preview(Snapshot snapshot) {
    this(snapshot, () -> {});
  }

  /** The same; the check is made again and again by all that reads or changes it, and may throw. */
  Preview(Snapshot snapshot, Runnable check) {
    super(snapshot.defaultGraph(), snapshot.dataset());
    this.check = check;
    this.base = snapshot.dataset();
    this.created = new LinkedHashSet<>(snapshot.created());
    this.difference = new Difference(snapshot.defaultGraph());
  }

  private void step() {
    steps++;
    if (steps >= STEPS_BETWEEN_CHECKS) {
      steps = 0;
      check.run();
    }
  }

  private Iterator<Quad> checked(Iterator<Quad> found) {
    step();
    return Iter.map(
        found,
        quad -> {
          step();
          return quad;
        });
  }

  /** Adds one more change to what this dataset shows. */
  public void apply(Change change) {
    change.deleted().forEach(this::remove);
    change.added().forEach(this::put);
    created.addAll(change.created());
    created.removeAll(change.dropped());
  }

  /** Lets a statement in, whether it is there or not. */
  void put(Quad quad) {
    step();
    difference.put(base, quad);
  }

  /** Takes a statement out, whether it is there or not. */
  void remove(Quad quad) {
    step();
    difference.remove(base, quad);
  }

  /** The graphs that are there even when they hold nothing; the set is the preview's own. */
  @Override
  Set<Node> created() {
    return created;
  }

  /** The statements that are new. */
  Iterator<Quad> added() {
    return difference.added();
  }

  /** The statements that are gone. */
  Iterator<Quad> gone() {
    return difference.gone();
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return Layer.graphs(this, base, difference);
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return checked(difference.findUnnamed(base, s, p, o));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return checked(difference.findNamed(base, g, s, p, o));
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return checked(difference.findNamed(base, s, p, o));
  }
}
