package org.dramatis.query.budget;

import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.jspecify.annotations.Nullable;

/** A graph that is read and written within a budget. */
public final class BoundedGraph extends WrappedGraph {

  private final Budget budget;

  /** The same graph for work within the budget. */
  public BoundedGraph(Graph graph, Budget budget) {
    super(graph);
    this.budget = budget;
  }

  /** An empty graph within the budget of another, if that has one. */
  public static Graph emptyLike(Graph other) {
    Graph empty = GraphFactory.createDefaultGraph();
    return other instanceof BoundedGraph bounded ? new BoundedGraph(empty, bounded.budget) : empty;
  }

  @Override
  public void add(Triple triple) {
    budget.step();
    budget.charge(Sizes.of(triple));
    super.add(triple);
  }

  @Override
  public void delete(Triple triple) {
    budget.step();
    budget.charge(Sizes.of(triple));
    super.delete(triple);
  }

  @Override
  public ExtendedIterator<Triple> find() {
    return bounded(super.find());
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return bounded(super.find(pattern));
  }

  @Override
  public ExtendedIterator<Triple> find(
      @Nullable Node subject, @Nullable Node predicate, @Nullable Node object) {
    return bounded(super.find(subject, predicate, object));
  }

  @Override
  public Stream<Triple> stream() {
    return Iter.asStream(find());
  }

  @Override
  public Stream<Triple> stream(
      @Nullable Node subject, @Nullable Node predicate, @Nullable Node object) {
    return Iter.asStream(find(subject, predicate, object));
  }

  private ExtendedIterator<Triple> bounded(ExtendedIterator<Triple> found) {
    budget.step();
    return new BoundedIterator<>(found, budget);
  }
}
