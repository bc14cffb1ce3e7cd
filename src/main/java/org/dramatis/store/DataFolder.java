package org.dramatis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.dramatis.log.Entry;
import org.dramatis.log.FolderLog;
import org.dramatis.log.Lasting;
import org.dramatis.model.DefaultGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder in which everything survives: the log, which is the truth, and a store and snapshots,
 * which are made from it and made again when they are missing or belong to another log.
 */
public final class DataFolder implements AutoCloseable {

  /** The log of the changes of the data. */
  public static final String LOG = "log";

  /** The log of the queries that were cited. */
  public static final String QUERIES = "queries";

  /** The database of the newest version. */
  public static final String STORE = "store";

  /** Some versions as a whole. */
  public static final String SNAPSHOTS = "snapshots";

  /** Where statements lie on their way into the log. */
  public static final String LOADING = "loading";

  /** Where a backup is unpacked; what stands there is not known to be whole. */
  public static final String RESTORING = "restoring";

  /** What a statement takes in a database that has just been written, about. */
  private static final long BYTES_A_STATEMENT = 300;

  private static final int MUCH_LARGER = 4;

  /** An empty database has as many bytes, most of which take no room on the disk. */
  private static final long WORTH_COMPACTING = 512 << 20;

  private static final Logger LOGGER = LoggerFactory.getLogger(DataFolder.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final ScheduledExecutorService upkeep =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("data-folder").factory());
  private final Stop stop = new Stop();
  private final FolderLog log;
  private final FolderLog queries;
  private final BatchedStore store;
  private final History history;

  private DataFolder(
      Path folder, FolderLog log, FolderLog queries, BatchedStore store, Outline outline) {
    this.log = log;
    this.queries = queries;
    this.store = store;
    this.history =
        new History(
            log, store, Optional.of(new SnapshotFolder(folder.resolve(SNAPSHOTS))), outline);
  }

  /**
   * Opens a folder, which is made if it is not there, and brings its store up to its log.
   *
   * @throws org.dramatis.log.LogException if another process has it, or if its log is damaged
   * @throws IOException if it cannot be used, or was made with another default graph or another
   *     base
   */
  public static DataFolder open(Path folder, DefaultGraph defaultGraph, InstantSource clock)
      throws IOException {
    return open(folder, Settled.with(defaultGraph), clock);
  }

  /** The same, for whom the names in it are none of their own. */
  public static DataFolder open(Path folder, Settled settled, InstantSource clock)
      throws IOException {
    if (Files.exists(folder.resolve(RESTORING))) {
      throw new IOException(
          "%s was not restored to the end; repeat that, or delete what is in it".formatted(folder));
    }
    Lasting.folder(folder);
    FolderLog log = FolderLog.open(folder.resolve(LOG), clock);
    try {
      settled.keep(folder);
      FileUtils.deleteDirectory(folder.resolve(LOADING).toFile());
      FolderLog queries = FolderLog.open(folder.resolve(QUERIES), clock);
      return open(folder, log, queries, settled.defaultGraph());
    } catch (IOException | RuntimeException | Error failed) {
      log.close();
      throw failed;
    }
  }

  private static DataFolder open(
      Path folder, FolderLog log, FolderLog queries, DefaultGraph defaultGraph) throws IOException {
    try {
      Outline outline = new Outline(log);
      BatchedStore store = store(folder.resolve(STORE), log, outline, defaultGraph);
      DataFolder opened = new DataFolder(folder, log, queries, store, outline);
      store.whenFailed(opened::renewNow);
      opened.keepUp();
      return opened;
    } catch (IOException | RuntimeException | Error failed) {
      queries.close();
      throw failed;
    }
  }

  private static BatchedStore store(
      Path folder, FolderLog log, Outline outline, DefaultGraph defaultGraph) throws IOException {
    StoreFolder.Opened opened =
        new StoreFolder(folder).open(defaultGraph, store -> isWhole(store, outline));
    try (Stream<Entry> missing = log.after(opened.store().version())) {
      opened.store().follow(missing, new Stop());
    }
    return new BatchedStore(opened.path(), opened.store(), BatchedStore.Batch.USUAL);
  }

  /**
   * Whether it holds a version of this log. One without any may be the beginning of one that was
   * never committed, whose files cannot be relied on.
   */
  private static boolean isWhole(TdbStore store, Outline outline) {
    return store.id().isPresent() && store.id().equals(outline.id(store.version()));
  }

  private void keepUp() {
    ScheduledFuture<?> _ =
        upkeep.scheduleWithFixedDelay(
            this::tidy, BETWEEN_LOOKS.toSeconds(), BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
  }

  private void renewNow() {
    if (!upkeep.isShutdown()) {
      upkeep.execute(this::renew);
    }
  }

  private void tidy() {
    renew();
    try {
      history.keepSnapshot(stop);
    } catch (CancellationException _) {
      // Nothing is kept of it; the next start sees to it.
    } catch (IOException | RuntimeException failed) {
      LOGGER.warn("A snapshot could not be written, so that old versions take longer", failed);
    }
  }

  private void renew() {
    try {
      compact(WORTH_COMPACTING);
    } catch (CancellationException _) {
      // All is as it was, and the next start sees to it.
    } catch (IOException | RuntimeException failed) {
      LOGGER.warn("The database could not be written anew; it is tried again", failed);
    }
  }

  /**
   * Writes the database anew if it has failed to take a change or has become much larger than what
   * is in it, while others read and write.
   *
   * @param least bytes that are not worth the work
   * @throws CancellationException if the folder is being closed
   */
  public void compact(long least) throws IOException {
    if (store.hasFailed() || isMuchLarger(least)) {
      store.rewrite(StoreFolder.after(store.path()), log::after, stop);
    }
  }

  /** What a change that it is just getting will add counts as its content already. */
  private boolean isMuchLarger(long least) throws IOException {
    Outline outline = history.outline();
    long statements = Math.max(outline.size(store.version()), outline.size(log.head()));
    long content = statements * BYTES_A_STATEMENT;
    return StoreFolder.size(store.path()) > least + MUCH_LARGER * content;
  }

  /** The record of all changes. */
  public FolderLog log() {
    return log;
  }

  /** The record of all queries that were cited, which is no part of the data. */
  public FolderLog queries() {
    return queries;
  }

  /** All versions. */
  public History history() {
    return history;
  }

  @Override
  public void close() {
    // What is being written ends first: a database closed under it would be left as by a crash.
    stop.ask();
    upkeep.close();
    store.close();
    queries.close();
    log.close();
  }
}
