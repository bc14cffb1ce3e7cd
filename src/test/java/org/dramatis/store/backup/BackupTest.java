package org.dramatis.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.log.Heading;
import org.dramatis.log.LogException;
import org.dramatis.log.LogFiles;
import org.dramatis.model.Version;
import org.dramatis.store.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  @TempDir private Path folder;
  private Path data;
  private Path backup;
  private Path restored;

  @BeforeEach
  void name() {
    data = folder.resolve("data");
    backup = folder.resolve("backup.tar");
    restored = folder.resolve("restored");
  }

  private static List<Heading> headings(Path folder) {
    try (LogFiles log = LogFiles.read(folder.resolve(DataFolder.LOG));
        Stream<Heading> headings = log.headings(Version.NONE)) {
      return headings.toList();
    }
  }

  @Test
  void whatIsRestoredHasEveryVersionWithItsIdentity() throws IOException {
    Folders.write(data, "one", "two", "three");
    Backup made = Backup.make(data, backup);
    Heading newest = Restoration.of(backup, restored);

    assertThat(headings(restored)).isEqualTo(headings(data)).hasSize(3).endsWith(newest);
    assertThat(made.newest()).isEqualTo(newest);
    assertThat(Folders.newest(restored)).containsExactly(Folders.quad("three"));
    assertThat(Verification.of(restored, false, _ -> {})).isTrue();
  }

  @Test
  void anOperatorReadsABackupWithToolsOfTheSystem() throws IOException, InterruptedException {
    Folders.write(data, "one");
    Backup.make(data, backup);
    Process shell =
        new ProcessBuilder("sh", "-c", "tar -xf backup.tar && sha256sum -c SHA256SUMS")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .containsExactly("default-graph: OK", "log/0000000000000001.rdfp: OK");
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void aBackupOfManyFilesIsMadeWhileAWriterGoesOn() throws Exception {
    Folders.write(data, "x".repeat(17 << 20), "two");
    try (DataFolder writing = Folders.open(data)) {
      List<Version> copied = new ArrayList<>();
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 60; i++) {
                  Folders.write(writing, "value" + i);
                }
              });
      for (int i = 0; writer.isAlive() || i == 0; i++) {
        Path file = folder.resolve("backup%d.tar".formatted(i));
        copied.add(Backup.make(data, file).newest().version());
        assertThat(Restoration.of(file, folder.resolve("restored" + i)).version())
            .isEqualTo(copied.getLast());
      }
      writer.join();
      assertThat(copied).isSorted();
      assertThat(headings(folder.resolve("restored0")))
          .isEqualTo(headings(data).subList(0, (int) copied.getFirst().number()));
    }
  }

  @Test
  void whatIsUnfinishedIsNoPartOfABackup() throws IOException {
    Folders.write(data, "one");
    Path file = data.resolve("log/0000000000000001.rdfp");
    byte[] one = Files.readAllBytes(file);
    Files.write(file, "H id <sha256:".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    Backup.make(data, backup);
    Restoration.of(backup, restored);

    assertThat(restored.resolve("log/0000000000000001.rdfp")).hasBinaryContent(one);
  }

  @Test
  void aFileIsNeverOverwrittenAndNothingIsLeftBehind() throws IOException {
    Folders.write(data, "one");
    Files.writeString(backup, "mine");

    assertThatThrownBy(() -> Backup.make(data, backup))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(backup).hasContent("mine");
    assertThatThrownBy(() -> Backup.make(folder, folder.resolve("another.tar")))
        .isInstanceOf(NoDataException.class);
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("unfinished"));
  }

  @Test
  void aDamagedLogIsNotCopiedAsIfItWereWhole() throws IOException {
    Folders.write(data, "one", "two");
    alter(data.resolve("log/0000000000000001.rdfp"), "wrote one", "wrote 1ne");

    assertThatThrownBy(() -> Backup.make(data, backup))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("where version 1 stands");
    assertThat(backup).doesNotExist();
  }

  @Test
  void aBackupOfWhichOneByteIsAnotherIsNotRestored() throws IOException {
    Folders.write(data, "one");
    Backup.make(data, backup);
    alter(backup, "wrote one", "wrote 1ne");

    assertThatExceptionOfType(BadBackupException.class)
        .isThrownBy(() -> Restoration.of(backup, restored))
        .withMessageContaining("is not as it was written");
    assertThat(restored).doesNotExist();
  }

  @Test
  void aBackupThatWasCutOffAnywhereIsNotRestored() throws IOException {
    Folders.write(data, "one");
    Backup.make(data, backup);
    byte[] whole = Files.readAllBytes(backup);
    int end = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("rdfp");
    for (int length = 0; length < end; length += 97) {
      Files.write(backup, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Restoration.of(backup, restored))
          .isInstanceOf(BadBackupException.class);
    }
    assertThat(restored).doesNotExist();
  }

  @Test
  void nothingIsRestoredOverWhatIsThere() throws IOException {
    Folders.write(data, "one");
    Backup.make(data, backup);

    assertThatThrownBy(() -> Restoration.of(backup, data))
        .isInstanceOf(DirectoryNotEmptyException.class);
    assertThat(Folders.newest(data)).containsExactly(Folders.quad("one"));
  }

  @Test
  void whatWasNotRestoredToTheEndIsNotServedAndCanBeRestoredOnceMore() throws IOException {
    Folders.write(data, "one");
    Backup.make(data, backup);
    Files.createDirectories(restored.resolve(DataFolder.RESTORING).resolve(DataFolder.LOG));
    Files.createDirectories(restored.resolve(DataFolder.LOG));

    assertThatThrownBy(() -> Folders.open(restored))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was not restored to the end");
    Restoration.of(backup, restored);
    assertThat(Folders.newest(restored)).containsExactly(Folders.quad("one"));
  }

  private static void alter(Path file, String from, String to) throws IOException {
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(from);
    Files.writeString(file, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
  }
}
