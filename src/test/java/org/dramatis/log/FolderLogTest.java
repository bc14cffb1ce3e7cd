package org.dramatis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLogTest extends ChangeLogContract {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Node IRI = NodeFactory.createURI("https://example.org/x");

  @TempDir private Path folder;
  private final List<ChangeLog> opened = new ArrayList<>();

  @Override
  ChangeLog open(InstantSource clock) {
    ChangeLog log = FolderLog.open(folder.resolve("log" + opened.size()), clock);
    opened.add(log);
    return log;
  }

  @AfterEach
  void close() {
    opened.forEach(ChangeLog::close);
  }

  private FolderLog open() {
    return FolderLog.open(folder, CLOCK);
  }

  private static Change change(String value) {
    Quad quad = Quad.create(IRI, IRI, IRI, NodeFactory.createLiteralString(value));
    return new Change("tests", "a change", List.of(quad), List.of());
  }

  /** Writes some changes and closes the log. */
  private void write(String... values) {
    try (FolderLog log = open()) {
      for (String value : values) {
        log.append(change(value));
      }
    }
  }

  private List<Change> read() {
    try (FolderLog log = open();
        Stream<Entry> entries = log.after(Version.NONE)) {
      return entries.map(Entry::change).toList();
    }
  }

  private Path file() {
    return folder.resolve("0000000000000001.rdfp");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Segment::isOne).sorted().toList();
    }
  }

  @Test
  void whatWasWrittenIsThereWhenTheFolderIsOpenedAgain() {
    write("one", "two");
    assertThat(read()).containsExactly(change("one"), change("two"));
  }

  @Test
  void theChainGoesOnWhereItStopped() {
    write("one");
    Heading first;
    try (FolderLog log = open()) {
      first = log.last().orElseThrow();
      assertThat(log.append(change("two")).heading().previous()).contains(first.id());
    }
    assertThat(read()).hasSize(2);
  }

  @Test
  void aFileIsAnRdfPatchThatOtherProgramsRead() throws IOException {
    write("one");
    try (InputStream in = Files.newInputStream(file())) {
      RDFPatch patch = RDFPatchOps.read(in);
      assertThat(patch.getHeader("author").getLiteralLexicalForm()).isEqualTo("tests");
      assertThat(RDFPatchOps.summary(patch).getCountAddData()).isEqualTo(1);
    }
  }

  @Test
  void aFullFileIsFollowedByAnotherThatIsNamedAfterItsFirstVersion() throws IOException {
    String large = "x".repeat(6 << 20);
    write(large + 1, large + 2, large + 3, "four");
    assertThat(files())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("0000000000000001.rdfp", "0000000000000004.rdfp");
    assertThat(read()).hasSize(4).endsWith(change("four"));
  }

  @Nested
  class TornTail {

    @Test
    void aRecordThatWasCutAnywhereIsSetAsideAndAllBeforeItIsKept() throws IOException {
      write("one", "two");
      byte[] whole = Files.readAllBytes(file());
      write("three");
      byte[] longer = Files.readAllBytes(file());
      for (int length = whole.length + 1; length < longer.length; length++) {
        Files.write(file(), Arrays.copyOf(longer, length));
        try (FolderLog log = open()) {
          assertThat(log.head()).as("cut at %d", length).isEqualTo(new Version(2));
          FolderLog.SetAside torn = log.setAside().orElseThrow();
          assertThat(torn.version()).isEqualTo(new Version(3));
          assertThat(Files.readAllBytes(torn.kept()))
              .isEqualTo(Arrays.copyOfRange(longer, whole.length, length));
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
      }
    }

    @Test
    void theNextChangeTakesThePlaceOfTheTornOne() throws IOException {
      write("one", "two");
      truncate(file(), Files.size(file()) - 3);
      write("three");
      assertThat(read()).containsExactly(change("one"), change("three"));
    }

    @Test
    void aRecordWhosePagesNeverReachedTheDiskIsSetAside() throws IOException {
      write("one");
      long end = Files.size(file());
      write("x".repeat(5000));
      byte[] bytes = Files.readAllBytes(file());
      Arrays.fill(bytes, (int) (end + 1024 - end % 512), (int) (end + 2048 - end % 512), (byte) 0);
      Files.write(file(), bytes);
      try (FolderLog log = open()) {
        assertThat(log.head()).isEqualTo(new Version(1));
        assertThat(log.setAside()).isPresent();
      }
    }

    @Test
    void aCompleteLogHasNothingToSetAside() {
      write("one");
      try (FolderLog log = open()) {
        assertThat(log.setAside()).isEmpty();
      }
    }
  }

  @Nested
  class Damage {

    private LogFault.Broken refusal() {
      LogException refused = catchOpening();
      assertThat(refused.fault()).isInstanceOf(LogFault.Broken.class);
      return (LogFault.Broken) refused.fault();
    }

    private LogException catchOpening() {
      return catchThrowableOfType(LogException.class, () -> open().close());
    }

    @Test
    void everyByteCounts() throws IOException {
      write("one", "two");
      byte[] whole = Files.readAllBytes(file());
      for (int i = 0; i < whole.length; i++) {
        byte[] altered = whole.clone();
        altered[i] ^= 1;
        Files.write(file(), altered);
        assertThat(catchOpening()).as("byte %d altered", i).isNotNull();
        assertThat(Files.readAllBytes(file())).isEqualTo(altered);
      }
    }

    @Test
    void aRefusalSaysInWhichFileAndWhere() throws IOException {
      write("one");
      long second = Files.size(file());
      write("two");
      byte[] bytes = Files.readAllBytes(file());
      bytes[bytes.length - 10] ^= 1;
      Files.write(file(), bytes);
      LogFault.Broken broken = refusal();
      assertThat(broken.file()).isEqualTo(file());
      assertThat(broken.offset()).isEqualTo(second);
      assertThat(broken.expected()).isEqualTo(new Version(2));
      assertThat(broken.message()).contains("restore the folder from a backup");
    }

    @Test
    void aVersionThatWasTakenOutIsMissed() throws IOException {
      write("one");
      long second = Files.size(file());
      write("two");
      long third = Files.size(file());
      write("three");
      byte[] bytes = Files.readAllBytes(file());
      byte[] without = new byte[(int) (bytes.length - (third - second))];
      System.arraycopy(bytes, 0, without, 0, (int) second);
      System.arraycopy(bytes, (int) third, without, (int) second, (int) (bytes.length - third));
      Files.write(file(), without);
      assertThat(refusal().why()).isEqualTo("version 3 stands there");
    }

    @Test
    void aHistoryThatWasWrittenAnewDoesNotFitWhatFollows() throws IOException {
      write("one");
      byte[] first = Files.readAllBytes(file());
      write("two");
      byte[] both = Files.readAllBytes(file());
      Files.delete(file());
      write("another one");
      byte[] other = Files.readAllBytes(file());
      Files.write(file(), other);
      Files.write(
          file(), Arrays.copyOfRange(both, first.length, both.length), StandardOpenOption.APPEND);
      assertThat(refusal().why()).contains("does not name the version before it");
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
      String large = "x".repeat(17 << 20);
      write(large, "two");
      Files.delete(file());
      assertThat(refusal().why()).isEqualTo("the file that begins with it is missing");
    }

    @Test
    void anOlderFileThatEndsTooSoonIsNotTakenForATornTail() throws IOException {
      String large = "x".repeat(17 << 20);
      write(large, "two");
      truncate(file(), Files.size(file()) - 3);
      assertThat(refusal().why()).isEqualTo("the file ends within the record");
    }

    @Test
    void damageInAnOlderFileIsFoundWhenItIsReadAndWhenAllIsVerified() throws IOException {
      String large = "x".repeat(17 << 20);
      write(large, "two");
      byte[] bytes = Files.readAllBytes(file());
      bytes[bytes.length - 1000] ^= 1;
      Files.write(file(), bytes);
      try (FolderLog log = open()) {
        assertThatExceptionOfType(LogException.class)
            .isThrownBy(() -> log.after(Version.NONE).toList())
            .withMessageContaining("version 1");
        assertThatExceptionOfType(LogException.class)
            .isThrownBy(() -> new Segments(folder, true))
            .withMessageContaining("version 1");
      }
    }
  }

  @Nested
  class Folders {

    @Test
    void oneFolderIsOpenedOnce() {
      try (FolderLog log = open()) {
        assertThatExceptionOfType(LogException.class)
            .isThrownBy(FolderLogTest.this::open)
            .withMessageContaining("process " + ProcessHandle.current().pid());
        log.append(change("one"));
      }
      assertThat(read()).hasSize(1);
    }

    @Test
    void whatIsNotAFolderIsNamed() throws IOException {
      Path file = Files.createFile(folder.resolve("file"));
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> FolderLog.open(file, CLOCK))
          .withMessageContaining(file.toString());
    }

    @Test
    void anInterruptedWriterStillWrites() {
      try (FolderLog log = open()) {
        log.append(change("one"));
        Thread.currentThread().interrupt();
        log.append(change("two"));
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(read()).containsExactly(change("one"), change("two"));
    }
  }

  private static void truncate(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }
}
