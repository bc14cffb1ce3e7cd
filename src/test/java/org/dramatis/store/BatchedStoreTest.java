package org.dramatis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes reach the database in batches, and nobody sees when. */
class BatchedStoreTest extends StoreContract {

  private static final Node IRI = NodeFactory.createURI("https://example.org/x");
  private static final BatchedStore.Batch SMALL = new BatchedStore.Batch(3, 5);

  @TempDir private Path folder;

  private final ChangeLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));

  @Override
  Store open() {
    return openIn(TdbStoreTest.temporary(), DefaultGraph.UNION);
  }

  static BatchedStore openIn(Path folder, DefaultGraph defaultGraph) {
    try {
      return new BatchedStore(folder, TdbStore.open(folder, defaultGraph), SMALL);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Quad quad(long number) {
    return Quad.create(IRI, IRI, IRI, NodeFactory.createLiteralString("v" + number));
  }

  /** Version n has the statements of the last four numbers up to n. */
  private void apply(Store store, int number) {
    List<Quad> gone = number > 4 ? List.of(quad(number - 4)) : List.of();
    store.apply(log.append(new Change("tests", "m", List.of(quad(number)), gone)));
  }

  private static void assertWhole(Snapshot snapshot) {
    long version = snapshot.version().number();
    List<Quad> expected = new ArrayList<>();
    for (long number = Math.max(1, version - 3); number <= version; number++) {
      expected.add(quad(number));
    }
    assertThat(snapshot.statements()).toIterable().containsExactlyInAnyOrderElementsOf(expected);
    assertThat(snapshot.dataset().getUnionGraph().size()).isEqualTo(expected.size());
  }

  @Test
  void theDatabaseGetsNothingBeforeABatchIsFullAndEverythingAtTheEnd() throws IOException {
    try (BatchedStore store = openIn(folder.resolve("1"), DefaultGraph.UNION)) {
      apply(store, 1);
      apply(store, 2);
      assertThat(store.version()).isEqualTo(new Version(2));
      assertThat(reached(copy("before"))).isEqualTo(Version.NONE);
      apply(store, 3);
      assertThat(reached(copy("full"))).isEqualTo(new Version(3));
      apply(store, 4);
    }
    assertThat(reached(folder.resolve("1"))).isEqualTo(new Version(4));
  }

  /** As the folder would be found after a crash. */
  private Path copy(String name) throws IOException {
    Path copied = Files.createDirectory(folder.resolve(name));
    FileUtils.copyDirectory(folder.resolve("1").toFile(), copied.toFile());
    try (var files = Files.walk(copied)) {
      for (Path lock : files.filter(file -> file.endsWith("tdb.lock")).toList()) {
        Files.delete(lock);
      }
    }
    return copied;
  }

  private static Version reached(Path path) throws IOException {
    try (TdbStore store = TdbStore.open(path, DefaultGraph.UNION)) {
      return store.version();
    }
  }

  @Test
  void aLargeChangeGoesToTheDatabaseAtOnce() throws IOException {
    try (BatchedStore store = openIn(folder.resolve("1"), DefaultGraph.UNION)) {
      apply(store, 1);
      List<Quad> many = LongStream.range(2, 9).mapToObj(BatchedStoreTest::quad).toList();
      store.apply(log.append(new Change("tests", "many", many, List.of())));
      assertThat(reached(copy("large"))).isEqualTo(new Version(2));
    }
  }

  @Test
  void aReaderKeepsItsVersionAndWhatItOpensWithinIsTheSame() {
    try (BatchedStore store = openIn(folder.resolve("1"), DefaultGraph.UNION)) {
      apply(store, 1);
      try (Snapshot first = store.open()) {
        onAnotherThread(() -> {
          for (int number = 2; number <= 10; number++) {
            apply(store, number);
          }
        });
        assertWhole(first);
        try (Snapshot within = store.open()) {
          assertThat(within.version()).isEqualTo(first.version());
          assertWhole(within);
        }
        assertWhole(first);
      }
      try (Snapshot last = store.open()) {
        assertThat(last.version()).isEqualTo(new Version(10));
        assertWhole(last);
      }
    }
  }

  private static void onAnotherThread(Runnable work) {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      other.submit(work).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void aThreadThatReadsAnOldVersionCannotWrite() {
    try (BatchedStore store = openIn(folder.resolve("1"), DefaultGraph.UNION)) {
      apply(store, 1);
      try (Snapshot _ = store.open()) {
        onAnotherThread(() -> {
          for (int number = 2; number <= 5; number++) {
            apply(store, number);
          }
        });
        assertThatThrownBy(() -> apply(store, 6)).isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @Test
  void theDatabaseIsWrittenAnewUnderReadersAndWriters() throws Exception {
    Path first = Files.createDirectory(folder.resolve("1"));
    try (BatchedStore store = openIn(first, DefaultGraph.UNION)) {
      apply(store, 1);
      AtomicBoolean goesOn = new AtomicBoolean(true);
      try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
        List<Future<Long>> reads =
            List.of(
                readers.submit(() -> read(store, goesOn)),
                readers.submit(() -> read(store, goesOn)));
        Path path = first;
        for (int number = 2; number <= 60; number++) {
          apply(store, number);
          if (number % 20 == 0) {
            path = StoreFolder.after(path);
            store.rewrite(path, log::after, new Stop());
          }
        }
        goesOn.set(false);
        for (Future<Long> each : reads) {
          assertThat(each.get()).isPositive();
        }
        assertThat(store.path()).isEqualTo(path);
      }
      assertThat(new StoreFolder(folder).list()).containsExactly(folder.resolve("4"));
      try (Snapshot last = store.open()) {
        assertThat(last.version()).isEqualTo(new Version(60));
        assertWhole(last);
      }
    }
    assertThat(reached(folder.resolve("4"))).isEqualTo(new Version(60));
  }

  private static long read(Store store, AtomicBoolean goesOn) {
    long read = 0;
    Version before = Version.NONE;
    while (goesOn.get()) {
      try (Snapshot snapshot = store.open()) {
        assertThat(snapshot.version()).isGreaterThanOrEqualTo(before);
        before = snapshot.version();
        assertWhole(snapshot);
        read++;
      }
    }
    return read;
  }

  @Test
  void aDatabaseWhoseWritingIsStoppedIsNotTaken() throws Exception {
    Path first = Files.createDirectory(folder.resolve("1"));
    try (BatchedStore store = openIn(first, DefaultGraph.UNION)) {
      for (int number = 1; number <= 7; number++) {
        apply(store, number);
      }
      store.fold();
      Stop stop = new Stop();
      stop.ask();
      assertThatThrownBy(() -> store.rewrite(StoreFolder.after(first), log::after, stop))
          .isInstanceOf(CancellationException.class);
      assertThat(new StoreFolder(folder).list()).containsExactly(first);
      apply(store, 8);
      try (Snapshot last = store.open()) {
        assertThat(last.version()).isEqualTo(new Version(8));
        assertWhole(last);
      }
    }
  }

  @Test
  void anOldDatabaseIsThereAsLongAsItIsRead() throws IOException {
    Path first = Files.createDirectory(folder.resolve("1"));
    Path second = folder.resolve("2");
    try (BatchedStore store = openIn(first, DefaultGraph.UNION)) {
      for (int number = 1; number <= 7; number++) {
        apply(store, number);
      }
      try (Snapshot old = store.open()) {
        onAnotherThread(() -> {
          try {
            store.rewrite(second, log::after, new Stop());
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
          apply(store, 8);
        });
        assertThat(first).exists();
        assertThat(old.version()).isEqualTo(new Version(7));
        assertWhole(old);
      }
      assertThat(first).doesNotExist();
    }
  }

  @Test
  void afterACrashTheLatestCompleteDatabaseCounts() throws IOException {
    StoreFolder stores = new StoreFolder(folder);
    Entry entry = log.append(new Change("tests", "m", List.of(quad(1)), List.of()));
    for (String name : List.of("1", "2", "3")) {
      Path path = Files.createDirectory(folder.resolve(name));
      try (TdbStore store = TdbStore.open(path, DefaultGraph.UNION)) {
        if (!name.equals("3")) {
          store.apply(entry);
        }
      }
    }
    Files.createDirectory(folder.resolve("Data-0001"));
    StoreFolder.Opened opened = stores.open(DefaultGraph.UNION, store -> store.id().isPresent());
    opened.store().close();
    assertThat(opened.path()).isEqualTo(folder.resolve("2"));
    assertThat(stores.list()).containsExactly(folder.resolve("2"));
    assertThat(folder.resolve("Data-0001")).doesNotExist();
  }
}
