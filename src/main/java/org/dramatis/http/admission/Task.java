package org.dramatis.http.admission;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.jspecify.annotations.Nullable;

/** A piece of work on its way: from the queue over a thread to its outcome. */
final class Task<T> implements Budget.Waiting {

  /** Where it is. */
  enum State {
    /** It waits for its turn. */
    QUEUED,
    /** It computes. */
    RUNNING,
    /** It waits for its client to take what was computed, and keeps its turn. */
    SENDING,
    /** It waits for its client, and somebody else has its turn. */
    PARKED,
    /** There is an outcome. */
    DONE
  }

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Client client;
  private final Budget budget;
  private final Work<T> work;
  private final Turns turns;
  private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
  private final CountDownLatch done = new CountDownLatch(1);
  private final long created = System.nanoTime();
  private volatile long since = created;
  private long resting;
  private volatile long began;
  private volatile long ended;
  private volatile long thread = -1;
  private volatile long allocatedBefore;
  private @Nullable T result;
  private @Nullable Throwable failure;

  Task(Client client, Budget budget, Work<T> work, Turns turns) {
    this.client = client;
    this.budget = budget;
    this.work = work;
    this.turns = turns;
  }

  Client client() {
    return client;
  }

  Budget budget() {
    return budget;
  }

  State state() {
    return state.get();
  }

  /** When it came, as a reading of {@link System#nanoTime}. */
  long created() {
    return created;
  }

  /** When it came to be where it is, as a reading of {@link System#nanoTime}. */
  long since() {
    return since;
  }

  /** All the memory that it took so far, most of which it may have given back. */
  long allocated() {
    return thread < 0 ? 0 : THREADS.getThreadAllocatedBytes(thread) - allocatedBefore;
  }

  /** The time it took to compute, in nanoseconds, without that in which it waited for others. */
  long nanosOfWork() {
    return thread < 0 ? 0 : ended - began - resting;
  }

  /**
   * Computes on the calling thread, whatever comes of it. The outcome is to be announced when the
   * turn is over.
   */
  void compute() {
    began = System.nanoTime();
    allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    thread = Thread.currentThread().threadId();
    move(State.RUNNING);
    try {
      budget.onWaiting(this);
      result = work.run();
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      end();
    }
  }

  /** Ends it before it began. */
  void refuse(RequestRefusedException refusal) {
    failure = refusal;
    end();
    announce();
  }

  private void end() {
    ended = System.nanoTime();
    move(State.DONE);
  }

  /** Lets whoever waits for the outcome go on. */
  void announce() {
    done.countDown();
  }

  private void move(State next) {
    since = System.nanoTime();
    state.set(next);
  }

  @Override
  public void begins() {
    move(State.SENDING);
  }

  @Override
  public void ends() {
    long waited = since;
    if (!state.compareAndSet(State.SENDING, State.RUNNING)) {
      turns.takeAgain(client.name());
      move(State.RUNNING);
    }
    resting += System.nanoTime() - waited;
  }

  /** Takes the turn from it while it waits for its client; false when it computes. */
  boolean park() {
    return state.compareAndSet(State.SENDING, State.PARKED);
  }

  /** Waits until there is an outcome; false when there is none after so long. */
  boolean await(Duration longest) throws InterruptedException {
    return done.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until there is an outcome, even when the thread is interrupted. */
  void awaitInAnyCase() {
    Patience.await(done);
  }

  /** The outcome, once it is there. */
  @SuppressWarnings("NullAway") // whether a result may be null is up to the work
  T outcome() throws IOException, QueryFailedException, RequestRefusedException {
    switch (failure) {
      case null -> {
        return result;
      }
      case IOException broken -> throw broken;
      case QueryFailedException failed -> throw failed;
      case RequestRefusedException refused -> throw refused;
      case OutOfMemoryError tooMuch -> throw Overload.outOfMemory(tooMuch);
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      case Throwable unknown -> throw new IllegalStateException(unknown);
    }
  }
}
