package org.dramatis.query;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;

/** What one request may use: time and memory. Another thread may stop it at any moment. */
public final class Budget {

  /** Why something was stopped. */
  public enum Reason {
    /** It took longer than it may. */
    OUT_OF_TIME,
    /** It needed more memory than it may have. */
    OUT_OF_MEMORY,
    /** Nobody waits for the answer any more. */
    CLIENT_GONE,
    /** Somebody in charge stopped it. */
    BY_OPERATOR,
    /** The whole server is short of memory. */
    SERVER_MEMORY,
    /** The server is being stopped. */
    SHUTDOWN
  }

  /** Something that sends or receives. */
  @FunctionalInterface
  public interface IOCallable<T> {
    /** Does it. */
    T call() throws IOException;
  }

  /** Is told when a computation begins to wait for the client, and when it goes on. */
  public interface Waiting {
    /** From now on nothing is computed. */
    void begins();

    /** Something is to be computed again. */
    void ends();
  }

  private static final Waiting UNNOTICED =
      new Waiting() {
        @Override
        public void begins() {}

        @Override
        public void ends() {}
      };

  private final Duration time;
  private final long bytes;
  private final AtomicLong deadline;
  private final AtomicLong used = new AtomicLong();
  private final AtomicReference<Optional<Reason>> stopped = new AtomicReference<>(Optional.empty());
  private volatile Waiting waiting = UNNOTICED;

  private Budget(Duration time, long bytes) {
    this.time = time;
    this.bytes = bytes;
    this.deadline = new AtomicLong(System.nanoTime() + time.toNanos());
  }

  /** So much time from now on, and so much memory. */
  public static Budget of(Duration time, long bytes) {
    return new Budget(time, bytes);
  }

  /** The whole time it was given. */
  public Duration time() {
    return time;
  }

  /** The memory in use. */
  public long used() {
    return used.get();
  }

  /** Why it was stopped, if it was. */
  public Optional<Reason> stopped() {
    return stopped.get();
  }

  /** Ends the computation when it was stopped or ran out of time. */
  public void check() {
    if (deadline.get() - System.nanoTime() < 0) {
      stop(Reason.OUT_OF_TIME);
    }
    if (stopped.get().isPresent()) {
      throw new QueryCancelledException();
    }
  }

  /** Takes memory, or ends the computation when there is not as much left. */
  public void charge(long amount) {
    if (used.addAndGet(amount) > bytes) {
      stop(Reason.OUT_OF_MEMORY);
    }
    check();
  }

  /** Gives memory back. */
  public void release(long amount) {
    used.addAndGet(-amount);
  }

  /** Stops the computation; false when it was stopped before, whose reason then stands. */
  public boolean stop(Reason reason) {
    return stopped.compareAndSet(Optional.empty(), Optional.of(reason));
  }

  /** Tells somebody when the computation waits for the client. */
  public void onWaiting(Waiting told) {
    waiting = told;
  }

  /** Waits for the client; the time does not count. */
  public <T> T waiting(IOCallable<T> sending) throws IOException {
    long begun = System.nanoTime();
    waiting.begins();
    try {
      return sending.call();
    } finally {
      waiting.ends();
      deadline.addAndGet(System.nanoTime() - begun);
    }
  }
}
