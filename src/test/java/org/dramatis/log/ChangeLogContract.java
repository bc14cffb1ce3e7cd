package org.dramatis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;

/** What every {@link ChangeLog} owes its users; each implementation's test extends this. */
abstract class ChangeLogContract {

  /** An empty log whose clock stands at the given time. */
  abstract ChangeLog open(Instant now);

  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
  private static final Node SOURCE = NodeFactory.createURI("https://example.org/source");

  private static Change change(int number) {
    Node object = NodeFactory.createLiteralString("value " + number);
    return new Change(
        "tests",
        "change " + number,
        List.of(Quad.create(SOURCE, SOURCE, SOURCE, object)),
        List.of());
  }

  @Test
  void anEmptyLogStandsBeforeTheFirstVersion() {
    ChangeLog log = open(NOON);
    assertThat(log.head()).isEqualTo(Version.NONE);
    assertThat(log.after(Version.NONE)).isEmpty();
  }

  @Test
  void nothingComesAfterTheHeadNorAfterAVersionThatDoesNotExistYet() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    assertThat(log.after(log.head())).isEmpty();
    assertThat(log.after(new Version(99))).isEmpty();
  }

  @Test
  void versionsAreCountedFromOne() {
    ChangeLog log = open(NOON);
    assertThat(log.append(change(1)).version()).isEqualTo(new Version(1));
    assertThat(log.append(change(2)).version()).isEqualTo(new Version(2));
    assertThat(log.head()).isEqualTo(new Version(2));
  }

  @Test
  void anEntryKeepsTheChangeAndTheTimeAtWhichItWasTaken() {
    ChangeLog log = open(NOON);
    Entry entry = log.append(change(1));
    assertThat(entry.change()).isEqualTo(change(1));
    assertThat(entry.time()).isEqualTo(NOON);
    assertThat(log.after(Version.NONE)).containsExactly(entry);
  }

  @Test
  void theSameChangeTwiceIsTwoEntries() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    log.append(change(1));
    assertThat(log.after(Version.NONE))
        .extracting(Entry::change)
        .containsExactly(change(1), change(1));
  }

  @Test
  void entriesAfterAVersionComeInOrder() {
    ChangeLog log = open(NOON);
    for (int i = 1; i <= 5; i++) {
      log.append(change(i));
    }
    assertThat(log.after(new Version(2)))
        .extracting(Entry::version)
        .containsExactly(new Version(3), new Version(4), new Version(5));
  }

  @Test
  void aStreamShowsTheLogAsItStoodWhenItWasAskedFor() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    try (Stream<Entry> entries = log.after(Version.NONE)) {
      log.append(change(2));
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void entriesCannotBeRemovedThroughTheStream() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    try (Stream<Entry> entries = log.after(Version.NONE)) {
      Iterator<Entry> iterator = entries.iterator();
      iterator.next();
      assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
    }
    assertThat(log.after(Version.NONE)).hasSize(1);
  }

  @Test
  void writersAtTheSameTimeGetVersionsWithoutGaps() throws Exception {
    ChangeLog log = open(NOON);
    int writers = 8;
    int each = 50;
    List<Callable<List<Version>>> tasks = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      tasks.add(() -> appendSome(log, each));
    }
    List<Version> given = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      for (Future<List<Version>> task : pool.invokeAll(tasks)) {
        List<Version> own = task.get();
        assertThat(own).as("versions of one writer").isSorted();
        given.addAll(own);
      }
    }
    List<Version> all =
        LongStream.rangeClosed(1, (long) writers * each).mapToObj(Version::new).toList();
    assertThat(given).containsExactlyInAnyOrderElementsOf(all);
    assertThat(log.after(Version.NONE)).extracting(Entry::version).containsExactlyElementsOf(all);
  }

  private static List<Version> appendSome(ChangeLog log, int howMany) {
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      versions.add(log.append(change(i)).version());
    }
    return versions;
  }
}
