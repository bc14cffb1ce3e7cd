package org.dramatis.store;

import org.apache.jena.query.TxnType;

/** What one thread reads until it has ended as often as it has begun. */
final class Reading extends Reads {

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
  public boolean isInTransaction() {
    return depth > 0;
  }
}
