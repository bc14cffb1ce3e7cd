package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dramatis.log.Heading;
import org.dramatis.log.LogException;
import org.dramatis.store.backup.BadBackupException;
import org.dramatis.store.backup.NoDataException;
import org.dramatis.store.backup.Restoration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a folder of data from a backup. */
@Command(
    name = "restore",
    description =
        "Makes a folder of data from a backup, and verifies every version and digest of it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RestoreCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataOption data;

  @Parameters(paramLabel = "FILE", description = "What the backup command has made.")
  private Path backup = Path.of("");

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Heading newest = Restoration.of(backup, data.folder());
      console.out().printf("%s: version %s, %s%n", data.folder(), newest.version(), newest.id());
      return 0;
    } catch (DirectoryNotEmptyException _) {
      throw CommandFailedException.misuse(
          "%s is not empty; nothing was changed".formatted(data.folder()));
    } catch (BadBackupException | NoDataException bad) {
      throw CommandFailedException.notFine(String.valueOf(bad.getMessage()));
    } catch (LogException failed) {
      throw CommandFailedException.of(failed.fault());
    }
  }
}
