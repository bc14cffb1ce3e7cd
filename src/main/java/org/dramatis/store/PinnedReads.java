package org.dramatis.store;

import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Transactional;
import org.dramatis.model.Version;
import org.jspecify.annotations.Nullable;

/**
 * Read transactions that know which version they see. Beginning one and publishing a new version
 * exclude each other for the moment that each of them takes, so the two never disagree.
 */
final class PinnedReads implements Transactional {

  private final DatasetGraph base;
  private final ReentrantLock publishing = new ReentrantLock();

  // Belongs to one store: two stores in one process are at different versions.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Version> pinned = new ThreadLocal<>();

  private volatile Version head = Version.NONE;

  PinnedReads(DatasetGraph base) {
    this.base = base;
  }

  Version version() {
    Version seen = pinned.get();
    return seen == null ? head : seen;
  }

  Version head() {
    return head;
  }

  /** Commits the write transaction of this thread and makes its version the newest. */
  void publish(Version version) {
    publishing.lock();
    try {
      base.commit();
      head = version;
    } finally {
      publishing.unlock();
    }
  }

  @Override
  public void begin(TxnType type) {
    publishing.lock();
    try {
      base.begin(type);
      pinned.set(head);
    } finally {
      publishing.unlock();
    }
  }

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public void commit() {
    base.commit();
    pinned.remove();
  }

  @Override
  public void abort() {
    base.abort();
    pinned.remove();
  }

  @Override
  public void end() {
    base.end();
    pinned.remove();
  }

  @Override
  public @Nullable ReadWrite transactionMode() {
    return base.transactionMode();
  }

  @Override
  public @Nullable TxnType transactionType() {
    return base.transactionType();
  }

  @Override
  public boolean isInTransaction() {
    return base.isInTransaction();
  }
}
