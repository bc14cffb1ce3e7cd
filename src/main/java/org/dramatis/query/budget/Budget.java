package org.dramatis.query.budget;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.query.problem.StopReason;

/**
 * What one query or update may use: time and memory. Everything that works for it looks here again
 * and again, so that one limit stops all of it, and for good.
 *
 * @implSpec One thread works and charges; any other may stop it or read the figures at any moment.
 */
public final class Budget implements AutoCloseable {

  /** Something that sends or receives. */
  @FunctionalInterface
  public interface IOCallable<T> {
    /** Does it. */
    T call() throws IOException;
  }

  /** Something that waits for somebody else. */
  @FunctionalInterface
  public interface Asking<T, E extends Exception> {
    /** Does it. */
    T call() throws E;
  }

  /**
   * Is told when a computation begins to wait for the client or for another service, and when it
   * goes on.
   */
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

  private static final int STEPS_BETWEEN_LOOKS = 64;

  private final Duration time;
  private final long memory;
  private final Memory shared;
  private final AtomicLong deadline;
  private final AtomicLong used = new AtomicLong();
  private final AtomicReference<Optional<StopReason>> stopped =
      new AtomicReference<>(Optional.empty());
  private volatile Waiting waiting = UNNOTICED;
  private volatile boolean lent;
  private int steps;

  private Budget(Duration time, long memory, Memory shared) {
    this.time = time;
    this.shared = shared;
    this.memory = memory;
    this.deadline = new AtomicLong(System.nanoTime() + time.toNanos());
  }

  /** So much time from now on, and so many bytes of memory. */
  public static Budget of(Duration time, long bytes) {
    return of(time, bytes, Memory.unbounded());
  }

  /**
   * So much time from now on, and so many bytes of the memory that it shares with others; what is
   * not given back by then is so on {@link #close}.
   */
  public static Budget of(Duration time, long bytes, Memory shared) {
    if (!time.isPositive() || bytes <= 0) {
      throw new IllegalArgumentException(
          "a query needs some time and memory: " + time + ", " + bytes + " bytes");
    }
    return new Budget(time, bytes, shared);
  }

  /** The whole time it was given. */
  public Duration time() {
    return time;
  }

  /** What is left of the time; nothing or less when there is none. */
  public Duration left() {
    return Duration.ofNanos(deadline.get() - System.nanoTime());
  }

  /** The bytes that it may keep. */
  public long memory() {
    return memory;
  }

  /** The memory in use, as far as it is estimated. */
  public long used() {
    return used.get();
  }

  /** Why it was stopped, if it was. */
  public Optional<StopReason> stopped() {
    return stopped.get();
  }

  /** Ends the computation when it was stopped or ran out of time. */
  public void check() {
    if (deadline.get() - System.nanoTime() < 0) {
      stop(StopReason.OUT_OF_TIME);
    }
    Optional<StopReason> reason = stopped.get();
    if (reason.isPresent()) {
      throw new BudgetSpentException(problem(reason.get()));
    }
  }

  /** One small step of the computation; every so many of them are a {@link #check}. */
  public void step() {
    steps++;
    if (steps >= STEPS_BETWEEN_LOOKS) {
      steps = 0;
      check();
    }
  }

  private QueryProblem problem(StopReason reason) {
    return switch (reason) {
      case OUT_OF_TIME -> new QueryProblem.OutOfTime(time);
      case OUT_OF_MEMORY -> new QueryProblem.OutOfMemory(memory);
      case CLIENT_GONE, BY_OPERATOR, SERVER_MEMORY, SHUTDOWN -> new QueryProblem.Stopped(reason);
    };
  }

  /** Takes memory, or ends the computation when there is not as much left. */
  public void charge(long amount) {
    boolean room = shared.take(amount);
    if (used.addAndGet(amount) > memory) {
      stop(StopReason.OUT_OF_MEMORY);
      check();
    }
    if (!room) {
      stop(StopReason.SERVER_MEMORY);
      check();
    }
  }

  /** Gives memory back. */
  public void release(long amount) {
    used.addAndGet(-amount);
    shared.giveBack(amount);
  }

  /** Gives back all that is still taken; nothing works for it any more. */
  @Override
  public void close() {
    shared.giveBack(used.getAndSet(0));
  }

  /** Stops the computation; false when it was stopped before, whose reason then stands. */
  public boolean stop(StopReason reason) {
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

  /** Something to wait for. */
  @FunctionalInterface
  public interface Queuing<E extends Exception> {
    /** Waits. */
    void run() throws E;
  }

  /** Waits for its turn, before anything is computed; the time does not count. */
  public <E extends Exception> void queuing(Queuing<E> queue) throws E {
    long begun = System.nanoTime();
    queue.run();
    deadline.addAndGet(System.nanoTime() - begun);
  }

  /** Waits for another service: others may compute meanwhile, but the time counts. */
  public <T, E extends Exception> T lending(Asking<T, E> asking) throws E {
    lent = true;
    waiting.begins();
    try {
      return asking.call();
    } finally {
      waiting.ends();
      lent = false;
    }
  }

  /** Whether it waits for another service, and not for its client. */
  public boolean isLent() {
    return lent;
  }
}
