package org.dramatis.store;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.Transactional;
import org.jspecify.annotations.Nullable;

/** Transactions that only read: one that begins within another reads the same and is part of it. */
abstract sealed class Reads implements Transactional permits NestedReads, Reading {

  @Override
  public final void commit() {
    // There is nothing to keep of a read.
  }

  @Override
  public final void abort() {
    // There is nothing to give up of a read.
  }

  @Override
  public final boolean promote(Promote mode) {
    return false;
  }

  @Override
  public final @Nullable ReadWrite transactionMode() {
    return isInTransaction() ? ReadWrite.READ : null;
  }

  @Override
  public final @Nullable TxnType transactionType() {
    return isInTransaction() ? TxnType.READ : null;
  }
}
