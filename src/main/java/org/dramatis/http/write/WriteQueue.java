package org.dramatis.http.write;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.budget.Budget;

/** Changes are made one after the other; those that wait take no worker, and are not too many. */
public final class WriteQueue {

  /** How long it takes until one that is stopped while it waits is told so. */
  private static final long LOOK_EVERY_MILLIS = 100;

  /** In the order in which they came; the first has the turn. */
  private final Deque<Budget> line = new ArrayDeque<>();

  private final int most;

  /** At most so many wait. */
  public WriteQueue(int most) {
    this.most = most;
  }

  /**
   * Waits for the turn, which is to be given back by {@link #leave}.
   *
   * @param change whose turn it is to be; it may be stopped while it waits
   */
  synchronized void enter(Budget change, Duration longest) throws RequestRefusedException {
    if (waiting() >= most && !line.isEmpty()) {
      throw overloaded("%d changes wait already".formatted(most), longest);
    }
    line.addLast(change);
    boolean entered = false;
    try {
      await(change, longest);
      entered = true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RequestRefusedException(
          HttpProblem.stopping("the server is stopping; nothing was changed"));
    } finally {
      if (!entered) {
        leave(change);
      }
    }
  }

  private synchronized void await(Budget change, Duration longest)
      throws InterruptedException, RequestRefusedException {
    long end = System.nanoTime() + longest.toNanos();
    while (line.getFirst() != change) {
      if (change.stopped().isPresent()) {
        change.check();
      }
      if (System.nanoTime() - end >= 0) {
        throw overloaded("other changes are still being made", longest);
      }
      wait(LOOK_EVERY_MILLIS);
    }
  }

  /** How many wait now. */
  synchronized int waiting() {
    return Math.max(0, line.size() - 1);
  }

  /** Gives the turn to the next. */
  synchronized void leave(Budget change) {
    line.remove(change);
    notifyAll();
  }

  private static RequestRefusedException overloaded(String detail, Duration wait) {
    return new RequestRefusedException(
        HttpProblem.of(ProblemType.OVERLOADED, detail).retryAfter(wait));
  }
}
