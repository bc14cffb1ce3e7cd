package org.dramatis.store;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.Transactional;
import org.jspecify.annotations.Nullable;

/**
 * What one thread reads until it has ended as often as it has begun: one that begins within another
 * reads the same.
 */
final class Reading implements Transactional {

  private final Runnable whenDone;
  private int depth;

  /** Begins when it is first begun. */
  Reading(Runnable whenDone) {
    this.whenDone = whenDone;
  }

  @Override
  public void begin(TxnType type) {
    depth++;
  }

  @Override
  public void end() {
    depth--;
    if (depth == 0) {
      whenDone.run();
    }
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
    return depth > 0;
  }
}
