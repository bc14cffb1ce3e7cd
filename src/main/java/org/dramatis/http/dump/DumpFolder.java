package org.dramatis.http.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;

/**
 * Where files for download are kept: beside the data if that survives, so that they do too; in a
 * folder of this run otherwise.
 */
public final class DumpFolder implements AutoCloseable {

  private static final long MOST = 4L << 30;
  private static final String NAME = "dumps";

  private final DumpFiles files;
  private final boolean passing;

  private DumpFolder(Path path, boolean passing) {
    this.files = new DumpFiles(path, MOST);
    this.passing = passing;
  }

  /** Opens the one of a data folder, or makes one that goes with the process. */
  public static DumpFolder open(Optional<Path> data) throws IOException {
    return data.isPresent()
        ? new DumpFolder(data.get().resolve(NAME), false)
        : new DumpFolder(Files.createTempDirectory("dramatis-dumps"), true);
  }

  /** Where they are; it has room for large things. */
  public Path path() {
    return files.folder();
  }

  DumpFiles files() {
    return files;
  }

  @Override
  public void close() throws IOException {
    if (passing) {
      PathUtils.deleteDirectory(files.folder());
    }
  }
}
