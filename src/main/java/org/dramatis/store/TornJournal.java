package org.dramatis.store;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts the torn end off the journal of a database. TDB2 opens no database whose journal ends in the
 * middle of an entry, as it does when the process ends or the disk fails while it is written; but
 * such an entry belongs to a change that was never committed, and the log has that.
 */
final class TornJournal {

  private static final Logger LOG = LoggerFactory.getLogger(TornJournal.class);
  private static final String GENERATIONS = "Data-*";
  private static final String FILE = "journal.jrnl";
  private static final int HEADER = 16;

  private TornJournal() {}

  /** Sees to a database that is not open; without a journal there is nothing to do. */
  static void cut(Path database) throws IOException {
    try (DirectoryStream<Path> generations = Files.newDirectoryStream(database, GENERATIONS)) {
      for (Path generation : generations) {
        if (Files.exists(generation.resolve(FILE))) {
          cutIn(generation);
        }
      }
    }
  }

  private static void cutIn(Path generation) {
    Journal journal = Journal.create(Location.create(generation));
    try {
      long whole = whole(journal);
      if (whole < journal.size()) {
        LOG.warn(
            "{} ends in the middle of an entry, and is cut at byte {} of {}",
            generation.resolve(FILE),
            whole,
            journal.size());
        journal.truncate(whole);
        journal.sync();
      }
    } finally {
      journal.close();
    }
  }

  /** Up to where all entries can be read, in bytes. */
  private static long whole(Journal journal) {
    long end = 0;
    try {
      for (Iterator<JournalEntry> entries = journal.entries(); entries.hasNext(); ) {
        JournalEntry entry = entries.next();
        int content = Optional.ofNullable(entry.getByteBuffer()).map(Buffer::capacity).orElse(0);
        end = entry.getPosition() + HEADER + content;
      }
      return end;
    } catch (TransactionException torn) {
      return end;
    }
  }
}
