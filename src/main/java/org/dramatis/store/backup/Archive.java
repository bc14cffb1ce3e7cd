package org.dramatis.store.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.dramatis.log.LogFiles;
import org.dramatis.store.Settled;

/**
 * A backup: a tar file of the files that a folder of data can be made from, as they stand there,
 * and behind them their digests.
 */
final class Archive {

  private static final int BUFFER = 1 << 16;
  private static final Pattern LOG =
      Pattern.compile("(?:%s)/([^/]+)".formatted(String.join("|", LogFolders.NAMES)));

  private Archive() {}

  /** Takes the parts of a backup. */
  @FunctionalInterface
  interface Sink {
    /** Where a part goes, which is then closed. */
    OutputStream part(String name) throws IOException;
  }

  /**
   * Compares a backup with the digests in it.
   *
   * @throws BadBackupException if it is not as it was written
   */
  static void check(Path file) throws IOException {
    try {
      read(file, _ -> OutputStream.nullOutputStream());
    } catch (BadBackupException bad) {
      throw bad;
    } catch (FileNotFoundException missing) {
      throw missing;
    } catch (IOException | IllegalArgumentException failed) {
      throw new BadBackupException(
          "%s cannot be read as a backup: %s".formatted(file, failed.getMessage()));
    }
  }

  private static BadBackupException notWhole(Path file) {
    return new BadBackupException("%s ends before its end".formatted(file));
  }

  /**
   * Reads a backup to its end.
   *
   * @throws BadBackupException if it is not as it was written
   */
  static void read(Path file, Sink sink) throws IOException {
    Digests found = new Digests();
    Optional<Digests> expected = Optional.empty();
    try (InputStream bytes = new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER);
        TarArchiveInputStream parts = new TarArchiveInputStream(bytes)) {
      for (Optional<String> next = next(parts); next.isPresent(); next = next(parts)) {
        String name = next.get();
        if (name.equals(Digests.NAME)) {
          expected = Optional.of(Digests.read(parts));
        } else {
          requirePart(file, name);
          try (OutputStream out = new BufferedOutputStream(sink.part(name), BUFFER)) {
            found.copy(name, parts, out);
          }
        }
      }
    }
    if (expected.isEmpty()) {
      throw notWhole(file);
    }
    if (!expected.get().equals(found)) {
      throw new BadBackupException(
          "%s is not as it was written: its parts do not have the digests in %s"
              .formatted(file, Digests.NAME));
    }
  }

  private static Optional<String> next(TarArchiveInputStream parts) throws IOException {
    return Optional.ofNullable(parts.getNextEntry()).map(TarArchiveEntry::getName);
  }

  /** What a backup never holds is not unpacked, wherever it would like to go. */
  private static void requirePart(Path file, String name) throws BadBackupException {
    Matcher log = LOG.matcher(name);
    if (!Settled.FILES.contains(name)
        && !(log.matches() && LogFiles.isOne(Path.of(log.group(1))))) {
      throw new BadBackupException("%s is no backup: it holds %s".formatted(file, name));
    }
  }
}
