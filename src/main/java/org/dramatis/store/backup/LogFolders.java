package org.dramatis.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.store.DataFolder;
import org.dramatis.store.Settled;

/** The logs of a folder of data, from which all the rest of it can be made. */
final class LogFolders {

  /**
   * All names that there may be. What speaks of versions stands before the log that makes them: one
   * that is read first never names a version that the other one has not.
   */
  static final List<String> NAMES = List.of("queries", DataFolder.LOG);

  private LogFolders() {}

  /** Those that are there. */
  static List<Path> in(Path data) throws IOException {
    if (!Settled.isIn(data) || !Files.isDirectory(data.resolve(DataFolder.LOG))) {
      throw new NoDataException("%s is not a folder of data".formatted(data));
    }
    List<Path> found = new ArrayList<>();
    for (String name : NAMES) {
      if (Files.isDirectory(data.resolve(name))) {
        found.add(data.resolve(name));
      }
    }
    return found;
  }
}
