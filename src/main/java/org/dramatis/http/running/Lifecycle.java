package org.dramatis.http.running;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.dramatis.query.problem.StopReason;

/** Whether the server takes requests, and how many it has taken and not yet answered. */
public final class Lifecycle {

  /** Under this name it is known to the endpoints. */
  public static final String ATTRIBUTE = Lifecycle.class.getName();

  /** What a stopped query needs to notice it. */
  private static final Duration TO_NOTICE = Duration.ofSeconds(2);

  /** What an answer that is all but sent needs. */
  private static final Duration A_MOMENT = Duration.ofMillis(200);

  private final RunningQueries running = new RunningQueries();
  private final List<Runnable> waiting = new ArrayList<>();
  private int inFlight;
  private boolean stopping;

  /** The one of the server to which the context belongs. */
  public static Lifecycle of(ServletContext context) {
    return (Lifecycle) context.getAttribute(ATTRIBUTE);
  }

  /** The queries that are here. */
  public RunningQueries running() {
    return running;
  }

  /** Counts a request in; false when the server is stopping, so that it should be sent away. */
  public synchronized boolean enter() {
    inFlight++;
    return !stopping;
  }

  /** Counts a request out. */
  public synchronized void leave() {
    inFlight--;
    notifyAll();
  }

  /** Whether new requests are sent away. */
  public synchronized boolean isStopping() {
    return stopping;
  }

  /** How many requests are still to be answered. */
  public synchronized int unanswered() {
    return inFlight;
  }

  /** Has somebody told, once, when new requests begin to be sent away. */
  public synchronized void whenStopping(Runnable told) {
    waiting.add(told);
  }

  private void stop() {
    List<Runnable> toTell;
    synchronized (this) {
      stopping = true;
      toTell = List.copyOf(waiting);
      waiting.clear();
    }
    toTell.forEach(Runnable::run);
  }

  /**
   * Sends new requests away, lets the others finish, and stops those that take longer.
   *
   * @param busy is told how many there are, unless they are answered in a moment
   */
  public void drain(Duration bound, IntConsumer busy) throws InterruptedException {
    stop();
    if (awaitIdle(A_MOMENT)) {
      return;
    }
    busy.accept(unanswered());
    if (!awaitIdle(bound)) {
      running.stopAll(StopReason.SHUTDOWN);
      awaitIdle(TO_NOTICE);
    }
  }

  private synchronized boolean awaitIdle(Duration bound) throws InterruptedException {
    long end = System.nanoTime() + bound.toNanos();
    while (inFlight > 0) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
