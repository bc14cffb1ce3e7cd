package org.dramatis.http.admission;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dramatis.query.problem.StopReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again at all that is computed: whether its client is still there, whether it
 * waits for its client, whether the memory suffices. What is done quickly is never looked at.
 */
final class Watch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private static final Duration EVERY = Duration.ofMillis(100);
  private static final long QUICK = Duration.ofMillis(200).toNanos();
  private static final long PATIENCE = Duration.ofMillis(50).toNanos();
  private static final long TIME_TO_UNWIND = Duration.ofSeconds(1).toNanos();

  /** Each holds a thread, and what it has computed but not sent. */
  private static final int MOST_PARKED = 256;

  /** What needs less than this of the heap is not to blame for its being full. */
  private static final double BLAMELESS = 0.05;

  private final Turns turns;
  private final MemoryGuard memory;
  private final Set<Task<?>> tasks = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closed;
  private long relieved = System.nanoTime();

  Watch(Turns turns, MemoryGuard memory) {
    this.turns = turns;
    this.memory = memory;
    this.thread = Thread.ofPlatform().name("watch").daemon().unstarted(this::keepLooking);
  }

  /** Begins to look. */
  void start() {
    thread.start();
  }

  private void keepLooking() {
    while (!closed) {
      try {
        Thread.sleep(EVERY);
        look();
      } catch (InterruptedException closing) {
        closed = true;
      } catch (RuntimeException | OutOfMemoryError fault) {
        // Whatever happens, somebody has to keep watch.
        LOG.error("The watch over running queries failed", fault);
      }
    }
  }

  void add(Task<?> task) {
    tasks.add(task);
  }

  void remove(Task<?> task) {
    tasks.remove(task);
  }

  /** How many wait for their client to take what was computed. */
  int sending() {
    return (int) tasks.stream().filter(Watch::waitsForClient).count();
  }

  private static boolean waitsForClient(Task<?> task) {
    return task.state() == Task.State.SENDING || task.state() == Task.State.PARKED;
  }

  private void look() {
    long now = System.nanoTime();
    tasks.stream().filter(task -> now - task.created() > QUICK).forEach(task -> look(task, now));
    limitParked();
    if (memory.isShort()) {
      relieve(now);
    }
  }

  private void look(Task<?> task, long now) {
    if (task.client().gone()) {
      task.budget().stop(StopReason.CLIENT_GONE);
    }
    Optional<StopReason> stopped = task.budget().stopped();
    if (stopped.isPresent() && turns.withdraw(task)) {
      task.refuse(Overload.stopped(stopped.get()));
    }
    if (waitsForClient(task)) {
      long waited = now - task.since();
      if (waited > PATIENCE && task.park()) {
        turns.lend(task.client().name());
      }
      // Who waits for another service comes back by himself.
      if (waited > TIME_TO_UNWIND
          && task.budget().stopped().isPresent()
          && !task.budget().isLent()) {
        task.client().cut();
      }
    }
  }

  /** Those who read slowest make room for others. */
  private void limitParked() {
    tasks.stream()
        .filter(task -> task.state() == Task.State.PARKED)
        .sorted(Comparator.<Task<?>>comparingLong(Task::since).reversed())
        .skip(MOST_PARKED)
        .forEach(task -> {
          task.budget().stop(StopReason.SERVER_MEMORY);
          task.client().cut();
        });
  }

  /** Ends what needs most; the next collection shows whether that was enough. */
  private void relieve(long now) {
    if (now - relieved < TIME_TO_UNWIND) {
      return;
    }
    if (memory.told() - relieved < 0 || now - memory.told() > TIME_TO_UNWIND) {
      // Nothing has told how it is since then.
      relieved = now;
      System.gc();
      return;
    }
    relieved = now;
    Optional<Task<?>> greediest =
        tasks.stream()
            .filter(task -> task.budget().stopped().isEmpty())
            .max(
                Comparator.<Task<?>>comparingLong(task -> task.budget().used())
                    .thenComparingLong(Task::allocated));
    if (greediest.isPresent() && isToBlame(greediest.get())) {
      LOG.warn("The heap is nearly full; the query that needs most of it is stopped");
      greediest.get().budget().stop(StopReason.SERVER_MEMORY);
    }
  }

  private static boolean isToBlame(Task<?> task) {
    return Math.max(task.budget().used(), task.allocated())
        > Runtime.getRuntime().maxMemory() * BLAMELESS;
  }

  @Override
  public void close() {
    tasks.forEach(task -> task.budget().stop(StopReason.SHUTDOWN));
    closed = true;
    thread.interrupt();
  }
}
