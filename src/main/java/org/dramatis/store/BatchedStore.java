package org.dramatis.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.query.TxnType;
import org.dramatis.log.Entry;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store whose database gets its changes in batches: a database grows with every commit however
 * small that is, and takes long for each. The newest changes are in memory, and in the log.
 */
final class BatchedStore implements Store {

  private static final Logger LOG = LoggerFactory.getLogger(BatchedStore.class);

  /** How long somebody who wants to read waits for a database that is being made anew. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * How much is kept in memory.
   *
   * @param versions after which the database gets them
   * @param statements after which the database gets them; a change with more goes there at once
   */
  record Batch(int versions, long statements) {

    /** With more the copy that each change takes would be felt. */
    static final Batch USUAL = new Batch(256, 2000);
  }

  private final DefaultGraph defaultGraph;
  private final Batch batch;
  private volatile Runnable whenFailed = () -> {};
  private final ReentrantLock writing = new ReentrantLock();
  private final Condition replaced = writing.newCondition();
  private final ThreadLocal<Optional<Snapshot>> outer = ThreadLocal.withInitial(Optional::empty);
  private volatile Moment state;

  /** A store over a database, which is its own from now on. */
  BatchedStore(Path path, TdbStore database, Batch batch) {
    this.defaultGraph = database.defaultGraph();
    this.batch = batch;
    this.state = Moment.of(new Base(path, database));
  }

  /** Tells somebody when the database has failed and so has to be written anew. */
  void whenFailed(Runnable told) {
    whenFailed = told;
  }

  @Override
  public DefaultGraph defaultGraph() {
    return defaultGraph;
  }

  @Override
  public Version version() {
    return state.version();
  }

  @Override
  public Snapshot open() {
    Snapshot snapshot = outer.get().isPresent() ? outer.get().get() : begin();
    snapshot.dataset().begin(TxnType.READ);
    return snapshot;
  }

  private Snapshot begin() {
    awaitReadable();
    for (Moment now = state; ; now = settled()) {
      if (now.base().hold()) {
        Snapshot base = open(now.base());
        if (base.version().equals(now.reached())) {
          return over(base, now);
        }
        base.close();
        now.base().release();
      }
    }
  }

  private static Snapshot open(Base base) {
    try {
      return base.store().open();
    } catch (RuntimeException unreadable) {
      base.release();
      throw unreadable;
    }
  }

  /** One that is torn is mostly replaced at once; a large one takes longer than anybody waits. */
  private void awaitReadable() {
    if (!isTorn()) {
      return;
    }
    writing.lock();
    try {
      long left = PATIENCE.toNanos();
      while (isTorn() && left > 0) {
        left = replaced.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      writing.unlock();
    }
  }

  private boolean isTorn() {
    return state.base().store().isTorn();
  }

  /**
   * The database is at another version: it has just got a batch, and whoever gives it one says so
   * before he lets go; or it has one although it could not be told so.
   */
  private Moment settled() {
    writing.lock();
    try {
      state = state.settled();
      return state;
    } finally {
      writing.unlock();
    }
  }

  private Snapshot over(Snapshot base, Moment now) {
    Reading reading =
        new Reading(() -> {
          outer.remove();
          base.close();
          now.base().release();
        });
    Snapshot snapshot =
        new Snapshot(
            now.version(),
            new Layer(base, now.recent(), now.created(), reading),
            defaultGraph,
            now.created());
    outer.set(Optional.of(snapshot));
    return snapshot;
  }

  @Override
  public void apply(Entry entry) {
    writing.lock();
    try {
      Moment now = state;
      Store.requireNext(now.version(), entry);
      long statements = now.statements() + entry.heading().added() + entry.heading().deleted();
      if (entry.heading().added() + entry.heading().deleted() > batch.statements()) {
        fold(now.waiting().and(entry));
        return;
      }
      state = now.and(entry);
      if (state.waiting().count() >= batch.versions() || statements > batch.statements()) {
        foldLater();
      }
    } finally {
      writing.unlock();
    }
  }

  /** What the database does not take now is in the log, and stays in memory until it does. */
  private void foldLater() {
    if (hasFailed()) {
      return;
    }
    try {
      fold(state.waiting());
    } catch (RuntimeException failed) {
      LOG.warn("The database does not take the newest changes; they stay in memory", failed);
    }
  }

  private void fold(Moment.Waiting waiting) {
    if (waiting.count() > 0) {
      try {
        state.base().store().apply(waiting.entries());
      } catch (RuntimeException | Error failed) {
        whenFailed.run();
        throw failed;
      }
      state = Moment.of(state.base());
    }
  }

  /** Gives the database all that it does not have yet. */
  void fold() {
    writing.lock();
    try {
      fold(state.waiting());
    } finally {
      writing.unlock();
    }
  }

  /** Whether the database takes no more changes, so that it has to be written anew. */
  boolean hasFailed() {
    return state.base().store().hasFailed();
  }

  /** The database that is read at present. */
  Path path() {
    return state.base().path();
  }

  /**
   * Writes the database anew and goes on with that one, while others read and write: from what it
   * holds, or from the log if it has failed. The old one is deleted when nobody reads it any more.
   *
   * @param path the folder of the new one; what is there is deleted
   * @param log the changes that have come after a version
   * @throws java.util.concurrent.CancellationException if it was stopped before its end; all is as
   *     it was
   */
  void rewrite(Path path, Function<Version, Stream<Entry>> log, Stop stop) throws IOException {
    FileUtils.deleteDirectory(path.toFile());
    TdbStore fresh = TdbStore.open(path, defaultGraph);
    try {
      Base old = state.base();
      if (old.store().hasFailed()) {
        follow(log, fresh, stop);
      } else {
        fresh.fill(old.store(), stop);
      }
      writing.lock();
      try {
        follow(log, fresh, stop);
        state = state.on(new Base(path, fresh));
        replaced.signalAll();
      } finally {
        writing.unlock();
      }
      old.retire();
    } catch (RuntimeException | Error failed) {
      new Base(path, fresh).retire();
      throw failed;
    }
  }

  /** Brings another database to the version that this one has reached. */
  private void follow(Function<Version, Stream<Entry>> log, TdbStore fresh, Stop stop) {
    Version reached = state.reached();
    try (Stream<Entry> missing = log.apply(fresh.version())) {
      fresh.follow(missing.takeWhile(entry -> entry.version().compareTo(reached) <= 0), stop);
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      foldLater();
      state.base().store().close();
    } finally {
      writing.unlock();
    }
  }
}
