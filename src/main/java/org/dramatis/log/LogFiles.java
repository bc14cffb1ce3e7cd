package org.dramatis.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.log.Segments.Torn;
import org.dramatis.model.Version;

/**
 * The files of a log, read from the first record to the last and changed in nothing. Everything is
 * compared with its digest. Another process may be writing to them: what it has not finished does
 * not count.
 */
public final class LogFiles implements AutoCloseable {

  /** How often it is read anew when a writer may have taken back what was being read. */
  private static final int TRIES = 3;

  /**
   * What of a file belongs to the log.
   *
   * @param path the file
   * @param length how many of its bytes, from the first on
   */
  public record Part(Path path, long length) {}

  /**
   * What stands behind the last record.
   *
   * @param version which it would have been
   * @param file where it stands
   * @param offset from where on
   */
  public record Unfinished(Version version, Path file, long offset) {}

  private final Path folder;
  private final Segments segments;
  private final Optional<FolderLock> lock;

  private LogFiles(Path folder, Segments segments, Optional<FolderLock> lock) {
    this.folder = folder;
    this.segments = segments;
    this.lock = lock;
  }

  /** Whether a folder holds a log. */
  public static boolean isIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(Segment::isOne);
    }
  }

  /** Whether a file of this name is one of a log's. */
  public static boolean isOne(Path file) {
    return Segment.isOne(file);
  }

  /**
   * Reads the log of a folder, whoever has it.
   *
   * @throws LogException if it is damaged, or cannot be read
   */
  public static LogFiles read(Path folder) {
    return new LogFiles(folder, segments(folder, true), Optional.empty());
  }

  /**
   * Follows the chain of headings in a folder, whoever has it; what is in the older files is not
   * compared with its digests.
   *
   * @throws LogException if it is damaged, or cannot be read
   */
  public static LogFiles skim(Path folder) {
    return new LogFiles(folder, segments(folder, false), Optional.empty());
  }

  /**
   * Reads the log of a folder, and keeps it from everybody else until it is closed.
   *
   * @throws LogException if another process has it, if it is damaged, or cannot be read
   */
  public static LogFiles hold(Path folder) {
    try {
      FolderLock lock = FolderLock.take(folder);
      try {
        return new LogFiles(folder, segments(folder, true), Optional.of(lock));
      } catch (LogException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw inaccessible(folder, failed);
    }
  }

  private static Segments segments(Path folder, boolean everything) {
    for (int i = 1; ; i++) {
      try {
        return new Segments(folder, everything);
      } catch (LogException failed) {
        if (i == TRIES) {
          throw failed;
        }
      } catch (IOException failed) {
        throw inaccessible(folder, failed);
      }
    }
  }

  private static LogException inaccessible(Path folder, IOException failed) {
    return new LogException(new LogFault.Inaccessible(folder, Reasons.of(failed)), failed);
  }

  /** What is said of the newest entry; empty if there is none. */
  public Optional<Heading> last() {
    return segments.last();
  }

  /** The files, the first of which begins with version 1. */
  public List<Part> parts() {
    return segments.parts();
  }

  /** What the last writer did not finish, or is about to write. */
  public Optional<Unfinished> unfinished() {
    return segments.torn().map(LogFiles::unfinished);
  }

  private static Unfinished unfinished(Torn torn) {
    return new Unfinished(torn.version(), torn.segment().path(), torn.offset());
  }

  /** What is said of the entries with a greater version, in order. The caller closes the stream. */
  public Stream<Heading> headings(Version after) {
    return places(after).map(Records::heading);
  }

  /** The entries with a greater version, in order. The caller closes the stream. */
  public Stream<Entry> after(Version version) {
    return places(version).map(Records::entry);
  }

  private Stream<Segments.Place> places(Version after) {
    return segments.places().stream().skip(after.number());
  }

  @Override
  public void close() {
    if (lock.isPresent()) {
      try {
        lock.get().close();
      } catch (IOException failed) {
        throw inaccessible(folder, failed);
      }
    }
  }
}
