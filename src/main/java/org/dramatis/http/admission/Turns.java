package org.dramatis.http.admission;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/**
 * Who computes: so many at once, and the others in turn. One client never has all turns, so that
 * there is soon one for another. Whoever waits for his reader lends his turn to others, and is the
 * first to get one when he goes on.
 */
final class Turns {

  private final int most;
  private final Executor threads;
  private final FairQueue<Task<?>> queue;
  private final Deque<Returning> returning = new ArrayDeque<>();
  private final Map<String, Integer> running = new HashMap<>();
  private int free;

  private record Returning(String client, CountDownLatch turn) {}

  Turns(int running, int waiting, Executor threads) {
    this.most = running;
    this.free = running;
    this.threads = threads;
    this.queue = new FairQueue<>(waiting);
  }

  /** How many compute now. */
  synchronized int running() {
    return most - free;
  }

  /** How many wait for their turn. */
  synchronized int waiting() {
    return queue.size();
  }

  /** Computes it now or when its turn comes; it may be refused, or displace another. */
  void submit(Task<?> task) {
    Optional<Task<?>> refused = Optional.empty();
    boolean now;
    synchronized (this) {
      String client = task.client().name();
      now = free > 0 && mayHaveTurn(client);
      if (now) {
        take(client);
      } else {
        refused = queue.offer(client, task);
      }
    }
    refused.ifPresent(sentAway -> sentAway.refuse(Overload.queueIsFull(waiting())));
    if (now) {
      start(task);
    }
  }

  /** Takes it out of the queue; false when it began meanwhile. */
  synchronized boolean withdraw(Task<?> task) {
    return queue.remove(task.client().name(), task);
  }

  /** Gives the turn of a parked task to the next one. */
  void lend(String client) {
    passOn(client).ifPresent(this::start);
  }

  /** Waits until a parked task has a turn again. */
  void takeAgain(String client) {
    Returning back;
    synchronized (this) {
      if (free > 0) {
        take(client);
        return;
      }
      back = new Returning(client, new CountDownLatch(1));
      returning.addLast(back);
    }
    Patience.await(back.turn());
  }

  private void start(Task<?> first) {
    Optional<Task<?>> task = Optional.of(first);
    while (task.isPresent()) {
      task = startOrRefuse(task.get());
    }
  }

  /** Has it computed; when there is no thread for it, the one whose turn comes then is returned. */
  private Optional<Task<?>> startOrRefuse(Task<?> task) {
    try {
      threads.execute(() -> computeInTurn(task));
      return Optional.empty();
    } catch (RuntimeException | OutOfMemoryError noThread) {
      task.refuse(Overload.noThread());
      return passOn(task.client().name());
    }
  }

  private void computeInTurn(Task<?> first) {
    Optional<Task<?>> task = Optional.of(first);
    while (task.isPresent()) {
      Task<?> mine = task.get();
      mine.compute();
      task = passOn(mine.client().name());
      // Whoever waits for it may come with the next piece of work at once, and finds his turn free.
      mine.announce();
    }
  }

  /** Ends a turn; whoever comes next and has no thread of his own yet is returned. */
  private synchronized Optional<Task<?>> passOn(String client) {
    running.computeIfPresent(client, (_, turns) -> turns == 1 ? null : turns - 1);
    free++;
    Returning back = returning.pollFirst();
    if (back != null) {
      take(back.client());
      back.turn().countDown();
      return Optional.empty();
    }
    Optional<Task<?>> next = queue.poll(this::mayHaveTurn);
    next.ifPresent(task -> take(task.client().name()));
    return next;
  }

  private void take(String client) {
    free--;
    running.merge(client, 1, Integer::sum);
  }

  /** Where there are several turns, the last one is for somebody else. */
  private boolean mayHaveTurn(String client) {
    return running.getOrDefault(client, 0) < Math.max(1, most - 1);
  }
}
