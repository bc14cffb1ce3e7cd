package org.dramatis.store;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Transactional;
import org.jspecify.annotations.Nullable;

/**
 * The read transactions of a database that lets a thread have only one: one that begins within
 * another reads the same version and is part of it.
 */
final class NestedReads implements Transactional {

  private final DatasetGraph database;
  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

  NestedReads(DatasetGraph database) {
    this.database = database;
  }

  @Override
  public void begin(TxnType type) {
    if (depth.get() == 0) {
      database.begin(TxnType.READ);
    }
    depth.set(depth.get() + 1);
  }

  @Override
  public void end() {
    int left = depth.get() - 1;
    if (left > 0) {
      depth.set(left);
      return;
    }
    depth.remove();
    database.end();
  }

  @Override
  public void commit() {
    // There is nothing to keep of a read.
  }

  @Override
  public void abort() {
    // There is nothing to give up of a read.
  }

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public @Nullable ReadWrite transactionMode() {
    return isInTransaction() ? ReadWrite.READ : null;
  }

  @Override
  public @Nullable TxnType transactionType() {
    return isInTransaction() ? TxnType.READ : null;
  }

  @Override
  public boolean isInTransaction() {
    return depth.get() > 0;
  }
}
