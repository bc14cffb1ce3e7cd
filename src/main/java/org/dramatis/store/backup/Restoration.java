package org.dramatis.store.backup;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.dramatis.log.Heading;
import org.dramatis.log.Lasting;
import org.dramatis.log.LogFiles;
import org.dramatis.store.DataFolder;
import org.dramatis.store.Settled;
import org.dramatis.store.Stop;

/** Makes a folder of data from a backup. */
public final class Restoration {

  /** What an empty disk is not without. */
  private static final String OF_THE_DISK = "lost+found";

  private Restoration() {}

  /**
   * Unpacks a backup, follows its chains from the first version to the last, and makes the store
   * and a snapshot again. A folder that was not restored to the end cannot be served; it can be
   * restored once more.
   *
   * @param data is empty, or not there yet
   * @return the newest version that is there now
   * @throws BadBackupException if the backup is not as it was written
   * @throws org.dramatis.log.LogException if the chain in it is broken
   * @throws IOException if the folder is not empty, or something cannot be read or written
   */
  public static Heading of(Path backup, Path data) throws IOException {
    Archive.check(backup);
    Files.createDirectories(data);
    Path unpacked = data.resolve(DataFolder.RESTORING);
    if (Files.exists(unpacked)) {
      clear(data);
    }
    requireEmpty(data);
    Files.createDirectory(unpacked);
    Archive.read(backup, name -> sink(unpacked.resolve(name)));
    Heading newest = newest(unpacked);
    moveUp(unpacked, data);
    makeAgain(data);
    return newest;
  }

  /** All that a restoration before this one has brought, which nobody can have used. */
  private static void clear(Path data) throws IOException {
    List<String> brought = new ArrayList<>(LogFolders.NAMES);
    brought.addAll(Settled.FILES);
    brought.add(DataFolder.RESTORING);
    for (String name : brought) {
      if (Files.exists(data.resolve(name))) {
        PathUtils.delete(data.resolve(name));
      }
    }
  }

  private static void requireEmpty(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      if (files.anyMatch(file -> !file.endsWith(OF_THE_DISK))) {
        throw new DirectoryNotEmptyException(data.toString());
      }
    }
  }

  private static OutputStream sink(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new FileOutputStream(file.toFile()) {
      @Override
      public void close() throws IOException {
        if (getFD().valid()) {
          getFD().sync();
        }
        super.close();
      }
    };
  }

  private static Heading newest(Path unpacked) throws IOException {
    List<LogFiles> logs = LogFolders.in(unpacked).stream().map(LogFiles::read).toList();
    for (LogFiles log : logs) {
      if (log.unfinished().isPresent()) {
        throw new BadBackupException(
            "%s holds a version that is not whole".formatted(log.unfinished().get().file()));
      }
    }
    return logs.getLast().last().orElseThrow();
  }

  private static void moveUp(Path unpacked, Path data) throws IOException {
    List<Path> parts;
    try (Stream<Path> found = Files.list(unpacked)) {
      parts = found.toList();
    }
    for (Path part : parts) {
      if (Files.isDirectory(part)) {
        Lasting.names(part);
      }
      Files.move(part, data.resolve(part.getFileName()));
    }
    Lasting.names(data);
    Files.delete(unpacked);
    Lasting.names(data);
  }

  /** Makes what is missing of all that comes from the log. */
  static void makeAgain(Path data) throws IOException {
    try (DataFolder made = DataFolder.open(data, Settled.in(data), InstantSource.system())) {
      made.history().keepSnapshot(new Stop());
    }
  }
}
