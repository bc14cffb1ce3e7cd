package org.dramatis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.dboe.transaction.txn.TransactionListener;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.dramatis.log.Entry;
import org.dramatis.log.LogException;
import org.dramatis.log.LogFault;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.StoredStatements;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  private static final Node IRI = NodeFactory.createURI("https://example.org/x");

  @TempDir private Path folder;

  private DataFolder open() throws IOException {
    return DataFolder.open(folder, DefaultGraph.UNION, InstantSource.system());
  }

  private static Quad quad(String value) {
    return Quad.create(IRI, IRI, IRI, NodeFactory.createLiteralString(value));
  }

  private static void add(DataFolder data, String value) {
    data.history().store().apply(log(data, value));
  }

  private static Entry log(DataFolder data, String value) {
    return data.log().append(new Change("tests", "one more", List.of(quad(value)), List.of()));
  }

  private static List<Quad> newest(DataFolder data) {
    try (Snapshot snapshot = data.history().store().open()) {
      return Iter.toList(snapshot.statements());
    }
  }

  @Test
  void whatWasWrittenIsThereAfterARestart() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("one"));
      assertThat(data.history().store().version()).isEqualTo(new Version(1));
    }
  }

  @Test
  void whatIsInTheLogAndNotInTheStoreIsCaughtUpWith() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
      log(data, "two");
      log(data, "three");
    }
    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactlyInAnyOrder(quad("one"), quad("two"), quad("three"));
    }
  }

  @Test
  void aLargeDatabaseIsWrittenAnewEvenUnderOneWhoNeverStopsWriting() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
      Entry two = log(data, "two");
      data.compact(0);
      assertThat(folder.resolve("store/1")).doesNotExist();
      assertThat(folder.resolve("store/2")).exists();

      data.history().store().apply(two);
      assertThat(newest(data)).containsExactlyInAnyOrder(quad("one"), quad("two"));
    }
  }

  @Test
  void aDatabaseThatIsGettingMuchIsNotTakenForOneThatHasGrownInVain() throws IOException {
    try (DataFolder data = open()) {
      log(data, "one");
      data.compact(StoreFolder.size(folder.resolve("store/1")) - 1);
      assertThat(folder.resolve("store/1")).exists();
    }
  }

  @Test
  void aDatabaseThatWasNotWrittenToTheEndStopsNothing() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    Path half = Files.createDirectories(folder.resolve("store/2/Data-0001"));
    for (String name : List.of("nodes.dat", "nodes.idn", "nodes-data.obj")) {
      Files.write(half.resolve(name), new byte[100]);
    }
    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("one"));
    }
    assertThat(folder.resolve("store/2")).doesNotExist();
  }

  @Test
  void aDatabaseThatWasOnlyBegunDoesNotTakeThePlaceOfOneThatIsWhole() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    TdbStore.open(folder.resolve("store/2"), DefaultGraph.UNION).close();

    try (DataFolder data = open()) {
      assertThat(folder.resolve("store/1")).exists();
      assertThat(folder.resolve("store/2")).doesNotExist();
      assertThat(newest(data)).containsExactly(quad("one"));
    }
  }

  @Test
  void aDatabaseThatWasOnlyBegunIsMadeAgain() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    PathUtils.deleteDirectory(folder.resolve("store/1"));
    TdbStore.open(folder.resolve("store/1"), DefaultGraph.UNION).close();
    // As a kill has left it: there is no root in the tree of the terms.
    for (String file : List.of("nodes.bpt", "nodes.idn", "nodes.dat")) {
      Path path = folder.resolve("store/1/Data-0001").resolve(file);
      Files.write(path, new byte[(int) Files.size(path)]);
    }

    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("one"));
      add(data, "two");
      assertThat(newest(data)).containsExactlyInAnyOrder(quad("one"), quad("two"));
    }
  }

  @Test
  void aDatabaseThatFailedToTakeAChangeIsMadeAgainAndNotReliedOn() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    // It has what the log does not know of, and says all the same that it is at the version.
    DatasetGraph database =
        DatabaseMgr.connectDatasetGraph(Location.create(folder.resolve("store/1")));
    database.executeWrite(() -> database.add(quad("nobody wrote this")));
    TDBInternal.expel(database, true);
    StoreFolder.fail(folder.resolve("store/1"));

    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("one"));
      assertThat(StoreFolder.hasFailed(folder.resolve("store/1"))).isFalse();
    }
  }

  /** Statements that can be read so often and then not to the end, as from a disk that fails. */
  private static final class Failing extends StoredStatements {
    private int reads;

    private Failing(int size, int reads) {
      super(size);
      this.reads = reads;
    }

    @Override
    public Iterator<Quad> iterator() {
      reads--;
      return IntStream.range(0, size()).mapToObj(this::read).iterator();
    }

    private Quad read(int index) {
      if (reads < 0 && index == size() / 2) {
        throw new UncheckedIOException(new IOException("Input/output error"));
      }
      return quad("x" + index);
    }
  }

  private static void addFailing(DataFolder data, int size, int reads) {
    Entry entry =
        data.log().append(new Change("tests", "much", new Failing(size, size), List.of()));
    Change failing = new Change("tests", "much", new Failing(size, reads), List.of());
    data.history().store().apply(new Entry(entry.heading(), failing));
  }

  @Test
  void aDatabaseThatFailsWhileItIsUsedIsReadOnAndReplacedByOneMadeOfTheLog() throws Exception {
    try (DataFolder data = open()) {
      add(data, "one");

      assertThatThrownBy(() -> addFailing(data, 5000, 0)).hasMessageContaining("Input/output");
      assertThat(newest(data)).containsExactly(quad("one"));
      awaitAnother();

      assertThat(newest(data)).containsExactly(quad("one"));
      data.log().after(new Version(1)).forEach(data.history().store()::apply);
      assertThat(newest(data)).hasSize(5001);
      assertThat(folder.resolve("store/1")).doesNotExist();
    }
    try (DataFolder data = open()) {
      assertThat(newest(data)).hasSize(5001);
    }
  }

  /** The first database goes when there is another. */
  private void awaitAnother() throws InterruptedException {
    Instant end = Instant.now().plusSeconds(30);
    while (Files.exists(folder.resolve("store/1"))) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }

  @Test
  void aDatabaseThatFailsInTheMiddleOfACommitIsReadNoMoreAndReadersWaitForAnother()
      throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
      DatasetGraph same =
          DatabaseMgr.connectDatasetGraph(Location.create(folder.resolve("store/1")));
      TransactionCoordinator transactions =
          TDBInternal.getDatasetGraphTDB(same).getTxnSystem().getTxnMgr();
      transactions.modifyConfigDirect(() ->
          transactions.addListener(
              new TransactionListener() {
                @Override
                public void notifyCommitFinish(Transaction transaction) {
                  if (transaction.isWriteTxn()) {
                    throw new UncheckedIOException(new IOException("Input/output error"));
                  }
                }
              }));

      assertThatThrownBy(() -> addFailing(data, 5000, 5000)).isInstanceOf(RuntimeException.class);
      assertThat(newest(data)).containsExactly(quad("one"));
      data.log().after(new Version(1)).forEach(data.history().store()::apply);
      assertThat(newest(data)).hasSize(5001);
      assertThat(folder.resolve("store/2")).exists();
    }
  }

  @Test
  void whatADatabaseFailsToTakeLaterStaysReadableAndCanBeFollowedByMore() throws Exception {
    try (DataFolder data = open()) {
      add(data, "one");
      addFailing(data, 2000, 1);
      add(data, "two");
      assertThat(newest(data)).hasSize(2002);

      awaitAnother();

      assertThat(newest(data)).hasSize(2002);
      add(data, "three");
      assertThat(newest(data)).hasSize(2003);
    }
    try (DataFolder data = open()) {
      assertThat(newest(data)).hasSize(2003);
    }
  }

  @Test
  void aStoreThatIsMissingIsMadeAgain() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    PathUtils.deleteDirectory(folder.resolve("store"));
    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("one"));
    }
  }

  @Test
  void aStoreOfAnotherLogIsMadeAgain() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    PathUtils.deleteDirectory(folder.resolve("log"));
    try (DataFolder data = open()) {
      assertThat(newest(data)).isEmpty();
      add(data, "another one");
    }
    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("another one"));
    }
  }

  @Test
  void aStoreThatIsAheadOfItsLogIsMadeAgain() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    Path file = onlyFile(folder.resolve("log"));
    byte[] one = Files.readAllBytes(file);
    try (DataFolder data = open()) {
      add(data, "two");
    }
    Files.write(file, one);
    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("one"));
    }
  }

  private static Path onlyFile(Path log) throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      return files.filter(file -> file.toString().endsWith(".rdfp")).findFirst().orElseThrow();
    }
  }

  @Test
  void twoCannotHaveOneFolder() throws IOException {
    try (DataFolder data = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              LogException.class,
              refused -> assertThat(refused.fault()).isInstanceOf(LogFault.InUse.class));
      add(data, "one");
    }
  }

  @Test
  void aFolderKeepsItsKindOfDefaultGraph() throws IOException {
    try (DataFolder data = open()) {
      add(data, "one");
    }
    assertThatThrownBy(
            () -> DataFolder.open(folder, DefaultGraph.SEPARATE, InstantSource.system()).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("default-graph union")
        .hasMessageContaining("separate");
    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("one"));
    }
  }

  @Test
  void aFirstStartThatThePowerEndedIsNotInTheWay() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("default-graph.unfinished"), "uni");
    try (DataFolder data = open()) {
      add(data, "one");
    }
    try (DataFolder data = open()) {
      assertThat(newest(data)).containsExactly(quad("one"));
    }
    assertThat(folder.resolve("default-graph.unfinished")).doesNotExist();
    assertThat(folder.resolve("default-graph")).hasContent("union");
  }
}
