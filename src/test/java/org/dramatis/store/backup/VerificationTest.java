package org.dramatis.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.dramatis.log.Entry;
import org.dramatis.log.Heading;
import org.dramatis.log.LogException;
import org.dramatis.log.LogFault;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.store.DataFolder;
import org.dramatis.store.Stop;
import org.dramatis.store.TdbStore;
import org.dramatis.store.backup.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  @TempDir private Path data;
  private final List<Finding> findings = new ArrayList<>();

  private boolean verify(boolean repairs) throws IOException {
    findings.clear();
    return Verification.of(data, repairs, findings::add);
  }

  private void assertFound(Kind kind, String part, String text) {
    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.kind()).isEqualTo(kind);
          assertThat(finding.part()).startsWith(part);
          assertThat(finding.text()).contains(text);
        });
  }

  /** So much that a snapshot is worth it. */
  private void writeMuch() throws IOException {
    try (DataFolder folder = Folders.open(data)) {
      Change change =
          new Change(
              "tests",
              "much",
              IntStream.range(0, 50_000).mapToObj(i -> Folders.quad("value" + i)).toList(),
              List.of());
      folder.history().store().apply(folder.log().append(change));
      folder.history().keepSnapshot(new Stop());
    }
  }

  private Path snapshot() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve(DataFolder.SNAPSHOTS))) {
      return files.filter(file -> file.toString().endsWith(".rt")).findFirst().orElseThrow();
    }
  }

  @Test
  void aFolderThatIsWholeIsFoundGoodInAllItsParts() throws IOException {
    writeMuch();
    Folders.write(data, "last");

    assertThat(verify(false)).isTrue();
    assertFound(Kind.GOOD, "log", "from version 1 to 2, which is sha256:");
    assertFound(Kind.GOOD, "store", "holds the 1 statements that the log gives at version 2");
    assertFound(Kind.GOOD, "snapshots/", "holds the 50000 statements");
  }

  @Test
  void aFolderThatSomebodyHasIsLeftAlone() throws IOException {
    Folders.write(data, "one");
    try (DataFolder _ = Folders.open(data)) {
      assertThatThrownBy(() -> verify(true))
          .isInstanceOfSatisfying(
              LogException.class,
              failed -> assertThat(failed.fault()).isInstanceOf(LogFault.InUse.class));
    }
    assertThat(verify(false)).isTrue();
  }

  @Test
  void whatTheLogLacksIsLostAndNothingIsRepaired() throws IOException {
    Folders.write(data, "one", "two");
    Path file = data.resolve("log/0000000000000001.rdfp");
    byte[] altered =
        Files.readString(file).replace("wrote one", "wrote 1ne").getBytes(StandardCharsets.UTF_8);
    Files.write(file, altered);

    assertThat(verify(true)).isFalse();
    assertFound(Kind.LOST, "log", "where version 1 stands");
    assertThat(file).hasBinaryContent(altered);
  }

  @Test
  void whatIsUnfinishedInALogIsToldAndLeftWhereItIs() throws IOException {
    Folders.write(data, "one");
    Path file = data.resolve("log/0000000000000001.rdfp");
    Files.writeString(file, "H id <sha256:", StandardOpenOption.APPEND);
    long size = Files.size(file);

    assertThat(verify(true)).isTrue();
    assertFound(Kind.UNFINISHED, "log", "version 2 was not finished");
    assertThat(file).hasSize(size);
  }

  /** Says to be at the version of the log's, and holds something else. */
  private void writeStore(DefaultGraph defaultGraph, Change change) throws IOException {
    Heading newest;
    try (DataFolder folder = Folders.open(data)) {
      newest = folder.log().last().orElseThrow();
    }
    PathUtils.deleteDirectory(data.resolve(DataFolder.STORE));
    try (TdbStore store =
        TdbStore.open(data.resolve(DataFolder.STORE).resolve("1"), defaultGraph)) {
      store.apply(new Entry(newest, change));
    }
  }

  @Test
  void aStoreWithOneOtherStatementIsFoundAndMadeAgain() throws IOException {
    Folders.write(data, "one");
    writeStore(
        DefaultGraph.UNION,
        new Change("tests", "another", List.of(Folders.quad("another")), List.of()));

    assertThat(verify(false)).isFalse();
    assertFound(Kind.WRONG, "store", "holds 1 statements, which are not the 1");
    assertThat(verify(true)).isTrue();
    assertFound(Kind.REPAIRED, "store", "made again");
    assertThat(Folders.newest(data)).containsExactly(Folders.quad("one"));
  }

  @Test
  void aStoreOneOfWhoseIndexesLacksAStatementIsFoundAndMadeAgain() throws IOException {
    Folders.write(data, "one", "two");
    DatasetGraph database =
        DatabaseMgr.connectDatasetGraph(Location.create(data.resolve("store/1")));
    TupleIndex[] indexes =
        TDBInternal.getDatasetGraphTDB(database)
            .getQuadTable()
            .getNodeTupleTable()
            .getTupleTable()
            .getIndexes();
    database.executeWrite(() -> {
      Tuple<NodeId> statement = indexes[0].all().next();
      indexes[indexes.length - 1].delete(statement);
    });
    TDBInternal.expel(database, true);

    assertThat(verify(false)).isFalse();
    assertFound(Kind.WRONG, "store", "indexes that do not hold the same: GSPO 1, ");
    assertThat(verify(true)).isTrue();
    assertFound(Kind.REPAIRED, "store", "made again");
    assertThat(Folders.newest(data)).containsExactly(Folders.quad("two"));
  }

  @Test
  void aStoreThatLacksAnEmptyGraphIsFoundAndMadeAgain() throws IOException {
    Folders.write(data, "one");
    writeStore(
        DefaultGraph.UNION, new Change("tests", "one", List.of(Folders.quad("one")), List.of()));

    assertThat(verify(false)).isFalse();
    assertFound(Kind.WRONG, "store", "does not have the graphs");
    assertThat(verify(true)).isTrue();
  }

  @Test
  void aStoreOfAnotherLogIsFound() throws IOException {
    Folders.write(data, "one");
    PathUtils.deleteDirectory(data.resolve(DataFolder.STORE));
    Change change = new Change("tests", "one", List.of(Folders.quad("one")), List.of());
    try (MemoryLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));
        TdbStore store =
            TdbStore.open(data.resolve(DataFolder.STORE).resolve("1"), DefaultGraph.UNION)) {
      store.apply(log.append(change));
    }

    assertThat(verify(false)).isFalse();
    assertFound(Kind.WRONG, "store", "version 1 of another log");
  }

  @Test
  void aStoreWhoseFilesAreDamagedIsFoundAndMadeAgain() throws IOException {
    Folders.write(data, "one", "two");
    try (Stream<Path> files = Files.walk(data.resolve(DataFolder.STORE))) {
      for (Path file : files.filter(path -> path.toString().endsWith("nodes-data.obj")).toList()) {
        Files.write(file, new byte[(int) Files.size(file)]);
      }
    }

    assertThat(verify(false)).isFalse();
    assertFound(Kind.WRONG, "store", "");
    assertThat(verify(true)).isTrue();
    assertThat(Folders.newest(data)).containsExactly(Folders.quad("two"));
  }

  @Test
  void aStoreThatIsMissingIsNoFault() throws IOException {
    Folders.write(data, "one");
    PathUtils.deleteDirectory(data.resolve(DataFolder.STORE));

    assertThat(verify(false)).isTrue();
    assertFound(Kind.UNFINISHED, "store", "is made by the next start");
  }

  @Test
  void aStoreThatFailedToTakeAChangeIsMadeAgainAndNotReliedOn() throws IOException {
    Folders.write(data, "one");
    Files.createFile(data.resolve(DataFolder.STORE).resolve("1/failed"));

    assertThat(verify(false)).isTrue();
    assertFound(Kind.UNFINISHED, "store", "made again from the log by the next start");
    assertThat(Folders.newest(data)).containsExactly(Folders.quad("one"));
  }

  @Test
  void aDamagedSnapshotIsFoundAndDoesNotStay() throws IOException {
    writeMuch();
    Files.write(snapshot(), new byte[] {1}, StandardOpenOption.APPEND);

    assertThat(verify(false)).isFalse();
    assertFound(Kind.WRONG, "snapshots/", "is not what was written there");
    assertThat(verify(true)).isTrue();
    assertFound(Kind.REPAIRED, "snapshots/", "made again");
  }

  @Test
  void aFolderOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> verify(true)).isInstanceOf(NoDataException.class);
    assertThat(data).isEmptyDirectory();
  }
}
