package org.dramatis.hostile;

import java.util.concurrent.atomic.AtomicBoolean;

/** A class that nobody may load but this package's tests, and they only look at its cage. */
final class Canary {

  static {
    Cage.OPENED.set(true);
  }

  private Canary() {}

  /** Remembers whether the class was initialized, without initializing it. */
  static final class Cage {
    static final AtomicBoolean OPENED = new AtomicBoolean();

    private Cage() {}
  }
}
