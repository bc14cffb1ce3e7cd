package org.dramatis.http.admission;

import org.dramatis.http.problem.RequestRefusedException;

/**
 * Bytes that requests hold while no budget counts them, because nothing is computed yet or any
 * more: all together never more than there is room for, however slow the clients are.
 */
public final class ByteBound {

  private final long most;
  private long held;

  /** So many bytes. */
  public ByteBound(long most) {
    this.most = most;
  }

  /** Bytes that are held until they are given back, once. */
  @FunctionalInterface
  public interface Hold extends AutoCloseable {
    /** For what is too small to be counted. */
    Hold NOTHING = () -> {};

    @Override
    void close();
  }

  /**
   * Takes bytes; alone, one request may have as many as it needs.
   *
   * @throws RequestRefusedException when there is no room for them now
   */
  public synchronized Hold take(long bytes) throws RequestRefusedException {
    if (held > 0 && bytes > most - held) {
      throw Overload.tooMuchHeld();
    }
    held += bytes;
    return () -> giveBack(bytes);
  }

  private synchronized void giveBack(long bytes) {
    held -= bytes;
  }
}
