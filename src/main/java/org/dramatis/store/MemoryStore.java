package org.dramatis.store;

import java.util.concurrent.locks.ReentrantLock;
import org.dramatis.log.Entry;
import org.dramatis.model.Version;

/** A store that lasts as long as the process. */
public final class MemoryStore implements Store {

  private record State(Version version, MemoryDataset dataset) {}

  private final ReentrantLock writing = new ReentrantLock();
  private volatile State head = new State(Version.NONE, MemoryDataset.EMPTY);

  @Override
  public Version version() {
    return head.version();
  }

  @Override
  public Snapshot open() {
    State now = head;
    return new Snapshot(now.version(), now.dataset());
  }

  @Override
  public void apply(Entry entry) {
    writing.lock();
    try {
      if (!entry.version().equals(head.version().next())) {
        throw new IllegalArgumentException(
            "version " + entry.version() + " cannot follow " + head.version());
      }
      head = new State(entry.version(), head.dataset().after(entry.change()));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    head = new State(head.version(), MemoryDataset.EMPTY);
  }
}
