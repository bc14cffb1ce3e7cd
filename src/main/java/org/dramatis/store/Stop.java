package org.dramatis.store;

import java.util.concurrent.CancellationException;

/**
 * Ends long work before it is done, because all is being closed. It is for work that begins anew at
 * the next start and leaves nothing that would be taken for whole.
 */
public final class Stop {

  private volatile boolean asked;

  /** Whoever looks from now on ends what he does. */
  public void ask() {
    asked = true;
  }

  /**
   * Looks whether to go on.
   *
   * @throws CancellationException if the work is to end
   */
  public void look() {
    if (asked) {
      throw new CancellationException("all is being closed");
    }
  }
}
