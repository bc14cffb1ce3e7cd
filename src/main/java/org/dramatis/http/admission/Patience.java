package org.dramatis.http.admission;

import java.util.concurrent.CountDownLatch;

/** Waiting that must not end early. */
final class Patience {

  private Patience() {}

  /** Waits for it; an interrupt is kept for afterwards. */
  static void await(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
