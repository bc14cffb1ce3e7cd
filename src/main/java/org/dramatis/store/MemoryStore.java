package org.dramatis.store;

import java.util.concurrent.locks.ReentrantLock;
import org.dramatis.log.Entry;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;

/** A store that lasts as long as the process. */
public final class MemoryStore implements Store {

  private record State(Version version, MemoryDataset dataset) {}

  private final ReentrantLock writing = new ReentrantLock();
  private final DefaultGraph defaultGraph;
  private volatile State head;

  /** An empty store whose default graph is the union of the others. */
  public MemoryStore() {
    this(DefaultGraph.UNION);
  }

  /** An empty store. */
  public MemoryStore(DefaultGraph defaultGraph) {
    this.defaultGraph = defaultGraph;
    this.head = new State(Version.NONE, MemoryDataset.empty(defaultGraph));
  }

  @Override
  public DefaultGraph defaultGraph() {
    return defaultGraph;
  }

  @Override
  public Version version() {
    return head.version();
  }

  @Override
  public Snapshot open() {
    State now = head;
    return new Snapshot(now.version(), now.dataset(), defaultGraph, now.dataset().created());
  }

  @Override
  public void apply(Entry entry) {
    writing.lock();
    try {
      State before = head;
      Store.requireNext(before.version(), entry);
      head = new State(entry.version(), before.dataset().after(entry.change()));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    head = new State(version(), MemoryDataset.empty(defaultGraph));
  }
}
