package org.dramatis.query.engine;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.budget.BoundedIterator;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that is read and written within a budget. It lies under everything that an engine does,
 * so that no way of evaluating a query can search the data past its limit.
 */
public final class BoundedDataset extends DatasetGraphWrapper {

  private final Budget budget;

  public BoundedDataset(DatasetGraph dataset, Budget budget) {
    super(dataset);
    this.budget = budget;
  }

  @Override
  public Graph getDefaultGraph() {
    return new BoundedGraph(super.getDefaultGraph(), budget);
  }

  @Override
  public Graph getUnionGraph() {
    return new BoundedGraph(super.getUnionGraph(), budget);
  }

  @Override
  public Graph getGraph(Node name) {
    return new BoundedGraph(super.getGraph(name), budget);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return new BoundedIterator<>(super.listGraphNodes(), budget);
  }

  @Override
  public Iterator<Quad> find() {
    return new BoundedIterator<>(super.find(), budget);
  }

  @Override
  public Iterator<Quad> find(Quad quad) {
    return new BoundedIterator<>(super.find(quad), budget);
  }

  @Override
  public Iterator<Quad> find(
      @Nullable Node g, @Nullable Node s, @Nullable Node p, @Nullable Node o) {
    return new BoundedIterator<>(super.find(g, s, p, o), budget);
  }

  @Override
  public Iterator<Quad> findNG(
      @Nullable Node g, @Nullable Node s, @Nullable Node p, @Nullable Node o) {
    return new BoundedIterator<>(super.findNG(g, s, p, o), budget);
  }

  @Override
  public Stream<Quad> stream(
      @Nullable Node g, @Nullable Node s, @Nullable Node p, @Nullable Node o) {
    return Iter.asStream(find(g, s, p, o));
  }

  @Override
  public Stream<Quad> stream() {
    return Iter.asStream(find());
  }

  @Override
  public void add(Quad quad) {
    charge(quad);
    super.add(quad);
  }

  @Override
  public void add(Node g, Node s, Node p, Node o) {
    add(Quad.create(g, s, p, o));
  }

  @Override
  public void delete(Quad quad) {
    charge(quad);
    super.delete(quad);
  }

  @Override
  public void delete(Node g, Node s, Node p, Node o) {
    delete(Quad.create(g, s, p, o));
  }

  private void charge(Quad quad) {
    budget.step();
    budget.charge(Sizes.of(quad.asTriple()));
  }
}
