package org.dramatis.ingest;

import java.time.Duration;

/** What it may take to read a document, and to check what comes of it. */
@FunctionalInterface
public interface Allowance {

  /** All the memory and all the time there is. */
  Allowance UNBOUNDED = _ -> {};

  /** Takes memory, as far as it is estimated; throws when that or the time is more than allowed. */
  void take(long bytes);

  /** The time that is left. */
  default Duration left() {
    return Duration.ofDays(1);
  }
}
