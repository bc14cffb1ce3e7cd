package org.dramatis.query.budget;

import java.util.concurrent.atomic.AtomicLong;

/** What all the queries and updates of one server may keep in memory together. */
public final class Memory {

  private final long bytes;
  private final AtomicLong used = new AtomicLong();

  private Memory(long bytes) {
    this.bytes = bytes;
  }

  /** So many bytes for all together. */
  public static Memory of(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("queries need some memory: " + bytes + " bytes");
    }
    return new Memory(bytes);
  }

  /** As many bytes as there can ever be. */
  static Memory unbounded() {
    return new Memory(Long.MAX_VALUE);
  }

  /** The memory in use, as far as it is estimated. */
  public long used() {
    return used.get();
  }

  /** Takes memory; false when that is more than there is. */
  boolean take(long amount) {
    return used.addAndGet(amount) <= bytes;
  }

  void giveBack(long amount) {
    used.addAndGet(-amount);
  }
}
