package org.dramatis.store;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.shared.DeleteDeniedException;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Namespaces;
import org.jspecify.annotations.Nullable;

/** A dataset that nobody can write through. */
abstract class ReadOnlyDataset extends DatasetGraphBaseFind {

  private static final String REFUSAL = "this dataset is read-only; changes go through the log";
  private static final PrefixMap PREFIXES =
      PrefixMapFactory.unmodifiablePrefixMap(
          PrefixMapFactory.createForOutput(Namespaces.prefixes()));

  private final DefaultGraph defaultGraph;
  private final Transactional transactions;

  ReadOnlyDataset(DefaultGraph defaultGraph, Transactional transactions) {
    this.defaultGraph = defaultGraph;
    this.transactions = transactions;
  }

  /** What the default graph is. */
  final DefaultGraph defaultGraph() {
    return defaultGraph;
  }

  /** The named graphs that are there even when they hold nothing. */
  abstract Set<Node> created();

  @Override
  public final boolean containsGraph(Node name) {
    return created().contains(name) || super.containsGraph(name);
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getUnionGraph() {
    return switch (defaultGraph) {
      case UNION -> getDefaultGraph();
      case SEPARATE -> GraphView.createUnionGraph(this);
    };
  }

  @Override
  public Graph getGraph(Node name) {
    if (Quad.isUnionGraph(name)) {
      return getUnionGraph();
    }
    return Quad.isDefaultGraph(name) ? getDefaultGraph() : GraphView.createNamedGraph(this, name);
  }

  @Override
  public final Iterator<Triple> findInUnionGraph(Node s, Node p, Node o) {
    return switch (defaultGraph) {
      case UNION -> Iter.map(findInDftGraph(s, p, o), Quad::asTriple);
      case SEPARATE -> super.findInUnionGraph(s, p, o);
    };
  }

  @Override
  public final Iterator<Quad> findQuadsInUnionGraph(Node s, Node p, Node o) {
    return Iter.map(findInUnionGraph(s, p, o), triple -> Quad.create(Quad.unionGraph, triple));
  }

  @Override
  public final PrefixMap prefixes() {
    return PREFIXES;
  }

  @Override
  public final void add(Quad quad) {
    throw new AddDeniedException(REFUSAL);
  }

  @Override
  public final void delete(Quad quad) {
    throw new DeleteDeniedException(REFUSAL);
  }

  @Override
  public final void deleteAny(Node g, Node s, Node p, Node o) {
    throw new DeleteDeniedException(REFUSAL);
  }

  @Override
  public final void clear() {
    throw new DeleteDeniedException(REFUSAL);
  }

  @Override
  public final void addGraph(Node name, Graph graph) {
    throw new AddDeniedException(REFUSAL);
  }

  @Override
  public final void removeGraph(Node name) {
    throw new DeleteDeniedException(REFUSAL);
  }

  @Override
  public final boolean supportsTransactions() {
    return true;
  }

  @Override
  public final boolean supportsTransactionAbort() {
    return true;
  }

  @Override
  public final void begin(TxnType type) {
    if (type == TxnType.WRITE) {
      throw new JenaTransactionException(REFUSAL);
    }
    transactions.begin(TxnType.READ);
  }

  @Override
  public final boolean promote(Promote mode) {
    return false;
  }

  @Override
  public final void commit() {
    transactions.commit();
  }

  @Override
  public final void abort() {
    transactions.abort();
  }

  @Override
  public final void end() {
    transactions.end();
  }

  @Override
  public final @Nullable ReadWrite transactionMode() {
    return transactions.transactionMode();
  }

  @Override
  public final @Nullable TxnType transactionType() {
    return transactions.transactionType();
  }

  @Override
  public final boolean isInTransaction() {
    return transactions.isInTransaction();
  }
}
