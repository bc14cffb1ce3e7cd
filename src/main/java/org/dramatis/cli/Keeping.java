package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.FolderLog;
import org.dramatis.log.LogException;
import org.dramatis.log.MemoryLog;
import org.dramatis.settings.Settings;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;

/**
 * Where the data is kept while it is served.
 *
 * @param history all versions of it
 * @param queries the record of cited queries
 * @param folder where they survive; without one they go with the process
 */
record Keeping(History history, ChangeLog queries, Optional<DataFolder> folder)
    implements AutoCloseable {

  /** Opens what the settings name, and tells what it found unfinished there. */
  static Keeping of(Settings settings, Console console) {
    if (settings.data().isEmpty()) {
      History history = History.inMemory(settings.defaultGraph(), InstantSource.system());
      return new Keeping(history, new MemoryLog(InstantSource.system()), Optional.empty());
    }
    DataFolder folder = open(settings.data().get(), settings);
    tellTorn("version", folder.log(), console);
    tellTorn("citation", folder.queries(), console);
    return new Keeping(folder.history(), folder.queries(), Optional.of(folder));
  }

  private static void tellTorn(String what, FolderLog log, Console console) {
    log.setAside()
        .ifPresent(torn ->
            console
                .err()
                .printf(
                    "dramatis: %s %s was not finished when the last run ended, and nobody"
                        + " was told that it was; what there was of it is in %s%n",
                    what, torn.version(), torn.kept()));
  }

  private static DataFolder open(Path path, Settings settings) {
    try {
      return DataFolder.open(path, settings.defaultGraph(), InstantSource.system());
    } catch (LogException failed) {
      throw CommandFailedException.misuse(failed.fault().message());
    } catch (IOException failed) {
      throw CommandFailedException.misuse(
          "%s cannot be used: %s".formatted(path, failed.getMessage()));
    }
  }

  @Override
  public void close() {
    folder.ifPresentOrElse(
        DataFolder::close,
        () -> {
          history.store().close();
          history.log().close();
          queries.close();
        });
  }
}
