package org.dramatis.store;

import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;

/** The read transactions of a database that lets a thread have only one. */
final class NestedReads extends Reads {

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
  public boolean isInTransaction() {
    return depth.get() > 0;
  }
}
