package org.dramatis.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/** Changes are made one after the other; those that wait take no worker, and are not too many. */
final class WriteQueue {

  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final int most;

  /** At most so many wait. */
  WriteQueue(int most) {
    this.most = most;
  }

  /** Waits for the turn, which is to be given back by {@link #leave}. */
  void enter(Duration longest) throws RequestRefusedException {
    try {
      if (turn.tryAcquire(0, TimeUnit.NANOSECONDS)) {
        return;
      }
      if (!waits(longest)) {
        throw overloaded("other changes are still being made", longest);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RequestRefusedException(
          HttpProblem.of(ProblemType.STOPPING, "the server is stopping; nothing was changed"));
    }
  }

  private boolean waits(Duration longest) throws InterruptedException, RequestRefusedException {
    try {
      if (waiting.incrementAndGet() > most) {
        throw overloaded("%d changes wait already".formatted(most), longest);
      }
      return turn.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** How many wait now. */
  int waiting() {
    return waiting.get();
  }

  /** Gives the turn to the next. */
  void leave() {
    turn.release();
  }

  private static RequestRefusedException overloaded(String detail, Duration wait) {
    return new RequestRefusedException(
        HttpProblem.of(ProblemType.OVERLOADED, detail).retryAfter(wait));
  }
}
