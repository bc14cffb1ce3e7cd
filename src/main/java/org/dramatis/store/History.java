package org.dramatis.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every version of the dataset. The newest is the store's; one before it is the newest with what
 * has happened since taken back, or an earlier one with what followed, whichever is less work.
 * Versions that were opened lately are kept, as far as there is room.
 */
public final class History {

  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  /** What a statement that is kept takes of the memory, about. */
  private static final long BYTES_A_STATEMENT = 400;

  /** The part of the memory that versions may take that nobody reads at the moment. */
  private static final int SHARE = 8;

  /** Fewer changes are repeated faster than they are written once more. */
  private static final long WORTH_A_SNAPSHOT = 50_000;

  private final ReentrantLock keeping = new ReentrantLock();
  private final ChangeLog log;
  private final Store store;
  private final Optional<SnapshotFolder> snapshots;
  private final Outline outline;
  private final Set<SnapshotFolder.Kept> damaged = ConcurrentHashMap.newKeySet();
  private final Cache<Version, Past> opened =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
          .weigher((Version version, Past past) -> past.weight())
          .build();

  /** How a version before the newest is kept. */
  private sealed interface Past {

    /** How many statements it holds of its own. */
    long size();

    default int weight() {
      return (int) Math.min(Integer.MAX_VALUE, (size() + 1) * BYTES_A_STATEMENT);
    }

    /** What the newest version has more and less; good as long as that one is the newest. */
    record Before(Version newest, Difference difference, Set<Node> created) implements Past {
      @Override
      public long size() {
        return difference.size();
      }
    }

    /** All of it. */
    record Whole(MemoryDataset dataset, long size) implements Past {}
  }

  /** The versions that a log and a store of it have, without snapshots. */
  public History(ChangeLog log, Store store) {
    this(log, store, Optional.empty());
  }

  /** The versions that a log, a store of it, and snapshots of it have. */
  public History(ChangeLog log, Store store, Optional<SnapshotFolder> snapshots) {
    this(log, store, snapshots, new Outline(log));
  }

  /** The same, with an outline of this log. */
  History(ChangeLog log, Store store, Optional<SnapshotFolder> snapshots, Outline outline) {
    this.log = log;
    this.store = store;
    this.snapshots = snapshots;
    this.outline = outline;
  }

  /** A log and a store that last as long as the process, without any version yet. */
  public static History inMemory(DefaultGraph defaultGraph, InstantSource clock) {
    return new History(new MemoryLog(clock), new MemoryStore(defaultGraph));
  }

  /** The newest version. */
  public Store store() {
    return store;
  }

  /** What can be told of every version without opening it. */
  public Outline outline() {
    return outline;
  }

  /** The record of all versions. */
  public ChangeLog log() {
    return log;
  }

  /**
   * Opens a version for reading by this thread, which closes it; empty if there is no such version
   * yet.
   *
   * @param cost takes the bytes that each piece of the version needs while it is put together, and
   *     may throw to give it up
   */
  public Optional<Snapshot> open(Version version, LongConsumer cost) {
    Snapshot newest = store.open();
    try {
      int order = version.compareTo(newest.version());
      if (order == 0) {
        return Optional.of(newest);
      }
      if (order > 0) {
        newest.close();
        return Optional.empty();
      }
      return Optional.of(snapshot(version, past(version, newest, cost), newest));
    } catch (RuntimeException | Error failed) {
      newest.close();
      throw failed;
    }
  }

  private static Snapshot snapshot(Version version, Past past, Snapshot newest) {
    return switch (past) {
      case Past.Before(Version _, Difference difference, Set<Node> created) ->
          new Snapshot(
              version, new Layer(newest, difference, created), newest.defaultGraph(), created);
      case Past.Whole(MemoryDataset dataset, long _) -> {
        newest.close();
        yield new Snapshot(version, dataset, newest.defaultGraph(), dataset.created());
      }
    };
  }

  private Past past(Version version, Snapshot newest, LongConsumer cost) {
    return opened
        .asMap()
        .compute(
            version,
            (_, kept) -> kept != null && isGood(kept, newest) ? kept : make(version, newest, cost));
  }

  private static boolean isGood(Past kept, Snapshot newest) {
    return switch (kept) {
      case Past.Before before -> before.newest().equals(newest.version());
      case Past.Whole _ -> true;
    };
  }

  private Past make(Version version, Snapshot newest, LongConsumer cost) {
    Start start = start(version);
    long back = outline.between(version, newest.version());
    return back <= start.size() + outline.between(start.version(), version)
        ? takeBack(version, newest, cost)
        : goOn(start, version, cost);
  }

  /** For every statement, the first thing that happened to it tells whether it was there before. */
  private Past takeBack(Version version, Snapshot newest, LongConsumer cost) {
    Difference difference = new Difference(newest.defaultGraph());
    Set<Quad> seen = new HashSet<>();
    Set<Node> graphs = new HashSet<>();
    Set<Node> created = new HashSet<>(newest.created());
    try (Stream<Entry> since = upTo(log.after(version), newest.version())) {
      since.forEach(entry -> {
        cost.accept(bytes(entry));
        for (Quad quad : entry.change().added()) {
          if (seen.add(quad)) {
            difference.remove(newest.dataset(), quad);
          }
        }
        for (Quad quad : entry.change().deleted()) {
          if (seen.add(quad)) {
            difference.put(newest.dataset(), quad);
          }
        }
        entry.change().created().stream().filter(graphs::add).forEach(created::remove);
        entry.change().dropped().stream().filter(graphs::add).forEach(created::add);
      });
    }
    return new Past.Before(newest.version(), difference, created);
  }

  private static long bytes(Entry entry) {
    return (entry.heading().added() + entry.heading().deleted()) * BYTES_A_STATEMENT;
  }

  private static Stream<Entry> upTo(Stream<Entry> entries, Version last) {
    return entries.takeWhile(entry -> entry.version().compareTo(last) <= 0);
  }

  /**
   * Writes a snapshot of the newest version if the work to reach it from the last one has become as
   * much as to read it.
   *
   * @throws java.util.concurrent.CancellationException if it was stopped before its end
   */
  public void keepSnapshot(Stop stop) throws IOException {
    if (snapshots.isEmpty()) {
      return;
    }
    // Two at once would write into each other's file.
    keeping.lock();
    try {
      keepSnapshot(snapshots.get(), stop);
    } finally {
      keeping.unlock();
    }
  }

  private void keepSnapshot(SnapshotFolder folder, Stop stop) throws IOException {
    try (Snapshot newest = store.open()) {
      Start last = start(newest.version());
      long since = outline.between(last.version(), newest.version());
      if (since >= Math.max(WORTH_A_SNAPSHOT, last.size())) {
        folder.write(newest, outline.id(newest.version()).orElseThrow(), stop);
      }
    }
  }

  /** Where one can begin: with a snapshot, or with nothing. */
  private record Start(Version version, long size, Optional<SnapshotFolder.Kept> kept) {}

  private Start start(Version version) {
    return kept().stream()
        .filter(kept -> kept.version().compareTo(version) <= 0)
        .filter(kept -> !damaged.contains(kept))
        .filter(kept -> outline.id(kept.version()).equals(Optional.of(kept.id())))
        .findFirst()
        .map(kept -> new Start(kept.version(), kept.size(), Optional.of(kept)))
        .orElse(new Start(Version.NONE, 0, Optional.empty()));
  }

  private List<SnapshotFolder.Kept> kept() {
    try {
      return snapshots.isPresent() ? snapshots.get().list() : List.of();
    } catch (IOException unreadable) {
      LOG.warn("Snapshots cannot be listed, so that old versions take longer", unreadable);
      return List.of();
    }
  }

  private Past goOn(Start start, Version version, LongConsumer cost) {
    MemoryDataset.Builder dataset;
    try {
      dataset = begin(start, cost);
    } catch (IOException unusable) {
      LOG.warn("A snapshot cannot be used, so that old versions take longer", unusable);
      start.kept().ifPresent(damaged::add);
      return goOn(start(version), version, cost);
    }
    Version reached = start.version();
    try (Stream<Entry> following = upTo(log.after(reached), version)) {
      following.forEach(entry -> {
        cost.accept(bytes(entry));
        dataset.apply(entry.change());
      });
    }
    return new Past.Whole(dataset.build(), start.size() + outline.between(reached, version));
  }

  private MemoryDataset.Builder begin(Start start, LongConsumer cost) throws IOException {
    MemoryDataset.Builder dataset = new MemoryDataset.Builder(store.defaultGraph());
    if (start.kept().isPresent()) {
      outline.created(start.version()).forEach(dataset::create);
      snapshots
          .orElseThrow()
          .read(
              start.kept().get(),
              quad -> {
                cost.accept(BYTES_A_STATEMENT);
                dataset.add(quad);
              });
    }
    return dataset;
  }
}
