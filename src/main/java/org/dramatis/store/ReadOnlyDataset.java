package org.dramatis.store;

import java.util.Iterator;
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
import org.dramatis.model.Namespaces;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that nobody can write through and whose default graph is the union of its named graphs.
 */
abstract class ReadOnlyDataset extends DatasetGraphBaseFind {

  private static final String REFUSAL = "this dataset is read-only; changes go through the log";
  private static final PrefixMap PREFIXES =
      PrefixMapFactory.unmodifiablePrefixMap(
          PrefixMapFactory.createForOutput(Namespaces.prefixes()));

  private final Transactional transactions;

  ReadOnlyDataset(Transactional transactions) {
    this.transactions = transactions;
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public final Graph getUnionGraph() {
    return getDefaultGraph();
  }

  @Override
  public Graph getGraph(Node name) {
    return Quad.isUnionGraph(name) ? getDefaultGraph() : GraphView.createNamedGraph(this, name);
  }

  @Override
  public final Iterator<Triple> findInUnionGraph(Node s, Node p, Node o) {
    return Iter.map(findInDftGraph(s, p, o), Quad::asTriple);
  }

  @Override
  public final Iterator<Quad> findQuadsInUnionGraph(Node s, Node p, Node o) {
    return Iter.map(findInDftGraph(s, p, o), quad -> Quad.create(Quad.unionGraph, quad.asTriple()));
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
