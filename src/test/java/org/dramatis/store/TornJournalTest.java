package org.dramatis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntry;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what is torn goes: an entry that is whole may be all that there is of a commit. */
final class TornJournalTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("Data-0001/journal.jrnl");
  }

  /** Writes a whole transaction, as TDB2 does. */
  private byte[] write() throws IOException {
    Files.createDirectories(file().getParent());
    Journal journal = Journal.create(Location.create(file().getParent()));
    try {
      ComponentId index = ComponentId.create(null, new byte[] {0, 0, 0, 14});
      journal.write(JournalEntryType.REDO, index, ByteBuffer.wrap(new byte[24]));
      journal.write(JournalEntryType.REDO, index, ByteBuffer.wrap(new byte[100]));
      journal.writeJournal(JournalEntry.COMMIT);
      journal.sync();
    } finally {
      journal.close();
    }
    return Files.readAllBytes(file());
  }

  @Test
  void whereverItIsCutOffWholeEntriesStay() throws IOException {
    byte[] whole = write();
    assertThat(whole.length).isEqualTo(3 * 16 + 24 + 100);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      TornJournal.cut(folder);
      int expected =
          length < 16 + 24 ? 0 : length < 32 + 124 ? 40 : length < whole.length ? 156 : length;
      assertThat(file()).as("%d bytes", length).hasSize(expected);
    }
  }

  @Test
  void zerosBehindWholeEntriesAreTorn() throws IOException {
    byte[] whole = write();
    Files.write(file(), new byte[512], StandardOpenOption.APPEND);

    TornJournal.cut(folder);

    assertThat(file()).hasBinaryContent(whole);
  }

  @Test
  void aFolderWithoutADatabaseIsLeftAlone() throws IOException {
    TornJournal.cut(folder);
    assertThat(folder).isEmptyDirectory();
  }
}
