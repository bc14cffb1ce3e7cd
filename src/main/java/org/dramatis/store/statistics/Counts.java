package org.dramatis.store.statistics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.Entry;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statistics of every version. Those of the newest that was asked for are known, and what has
 * changed since, or before, is all that is looked at for another. They last in a file; one that is
 * damaged, or of another log, is passed by, and everything is counted again.
 */
public final class Counts implements AutoCloseable {

  /** With more changes than these, everything is counted. */
  private static final long MOST_TO_FOLLOW = 200_000;

  /** Whoever writes and does not ask lets it fall behind so many versions. */
  private static final long MOST_BEHIND = 64;

  /** Whoever waits for another to count looks this often whether he may go on waiting. */
  private static final long LOOK_MILLIS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Counts.class);

  private final History history;
  private final Optional<StatisticsFile> file;
  private final ReentrantLock counting = new ReentrantLock();
  private final Stop stop = new Stop();
  private final ExecutorService following =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("counts").factory());
  private final AtomicBoolean isToFollow = new AtomicBoolean();
  private volatile Optional<Statistics> newest = Optional.empty();
  private boolean isRead;

  private Counts(History history, Optional<StatisticsFile> file) {
    this.history = history;
    this.file = file;
  }

  /** Those of a history, which go with the process. */
  public static Counts inMemory(History history) {
    return new Counts(history, Optional.empty());
  }

  /** Those of a history that are kept in a file. */
  public static Counts in(Path file, History history) {
    return new Counts(history, Optional.of(new StatisticsFile(file)));
  }

  /** Counts the newest version, which goes on whether anybody waits for it or not. */
  public CompletableFuture<Void> follow() {
    return CompletableFuture.runAsync(
        () -> {
          isToFollow.set(false);
          try (Snapshot snapshot = history.store().open()) {
            Statistics _ = of(snapshot, stop::look);
          } catch (CancellationException ending) {
            throw ending;
          } catch (RuntimeException failed) {
            LOG.warn("Nothing is counted before somebody asks for it", failed);
            throw failed;
          }
        },
        following);
  }

  /** Is told of each version, so that who asks later needs not look at all that has come since. */
  public void committed() {
    long reached = history.store().version().number();
    long known = newest.map(statistics -> statistics.version().number()).orElse(reached);
    if (reached - known >= MOST_BEHIND && isToFollow.compareAndSet(false, true)) {
      CompletableFuture<Void> _ = follow();
    }
  }

  /**
   * The statistics of a version.
   *
   * @param check is run again and again, also while another thread counts, and may throw to give it
   *     up
   */
  public Statistics of(Snapshot snapshot, Runnable check) {
    Optional<Statistics> known = newest;
    if (known.isPresent() && known.get().version().equals(snapshot.version())) {
      return known.get();
    }
    lock(check);
    try {
      return count(snapshot, check);
    } finally {
      counting.unlock();
    }
  }

  private void lock(Runnable check) {
    try {
      while (!counting.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        check.run();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      check.run();
      throw new IllegalStateException("interrupted while another thread counts", interrupted);
    }
  }

  private Statistics count(Snapshot snapshot, Runnable check) {
    if (!isRead) {
      newest = read();
      isRead = true;
    }
    Optional<Statistics> known = newest;
    if (known.isPresent() && known.get().version().equals(snapshot.version())) {
      return known.get();
    }
    Optional<Statistics> moved = known.flatMap(from -> move(from, snapshot, check));
    Statistics counted = moved.isPresent() ? moved.get() : WholeCount.of(snapshot, check);
    if (known.isEmpty() || known.get().version().compareTo(counted.version()) < 0) {
      newest = Optional.of(counted);
      if (moved.isEmpty()) {
        keep();
      }
    }
    return counted;
  }

  private Optional<Statistics> move(Statistics from, Snapshot to, Runnable check) {
    Optional<Set<Quad>> touched = touched(from.version(), to.version(), check);
    if (touched.isEmpty()) {
      return Optional.empty();
    }
    long most = Math.max(MOST_TO_FOLLOW, from.of(new Tally.OfAll(Tally.Of.STATEMENTS)) / 2);
    try (Snapshot then = history.open(from.version(), _ -> check.run()).orElseThrow()) {
      return ChangedCount.of(from, then, to, touched.get(), most, check);
    }
  }

  /** What has changed between two versions, or nothing if that is as good as all. */
  private Optional<Set<Quad>> touched(Version one, Version other, Runnable check) {
    boolean forwards = one.compareTo(other) < 0;
    Version last = forwards ? other : one;
    Set<Quad> touched = new HashSet<>();
    long statements = 0;
    try (Stream<Entry> entries = history.log().after(forwards ? one : other)) {
      for (Entry entry : (Iterable<Entry>) entries::iterator) {
        check.run();
        if (entry.version().compareTo(last) > 0) {
          break;
        }
        statements += entry.heading().added() + entry.heading().deleted();
        if (statements > MOST_TO_FOLLOW) {
          return Optional.empty();
        }
        touched.addAll(entry.change().added());
        touched.addAll(entry.change().deleted());
      }
    }
    return Optional.of(touched);
  }

  private Optional<Statistics> read() {
    try {
      return file.isPresent()
          ? file.get().read(id -> history.outline().version(id))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unusable) {
      LOG.warn("The statistics cannot be used and are counted again: {}", unusable.getMessage());
      return Optional.empty();
    }
  }

  /** Ends all counting, and writes what is known to the file for the next start. */
  @Override
  public void close() {
    stop.ask();
    following.close();
    keep();
  }

  /** Before the first version there is nothing to keep, and nothing to name it by. */
  private void keep() {
    Optional<Statistics> known = newest;
    Optional<Sha256> id = known.flatMap(now -> history.outline().id(now.version()));
    if (file.isPresent() && known.isPresent() && id.isPresent()) {
      try {
        file.get().write(known.get(), id.get());
      } catch (IOException failed) {
        LOG.warn("The statistics could not be kept: {}", failed.getMessage());
      }
    }
  }
}
