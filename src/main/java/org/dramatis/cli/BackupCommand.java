package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.dramatis.log.LogException;
import org.dramatis.store.backup.Backup;
import org.dramatis.store.backup.NoDataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the data, whether a server is writing to it or not. */
@Command(
    name = "backup",
    description =
        "Copies the data into a tar file, also while a server writes; restore makes a folder of it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BackupCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  private final Console console;

  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The file to make, which must not be there; or a folder, in which a file is made that is"
              + " named after the time.")
  private Path target = Path.of("");

  BackupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Backup made = Backup.make(data.folder(), file());
      console
          .out()
          .printf(
              "%s: version %s, %s, %d bytes%n",
              made.file(), made.newest().version(), made.newest().id(), made.bytes());
      return 0;
    } catch (NoDataException none) {
      throw CommandFailedException.misuse(String.valueOf(none.getMessage()));
    } catch (LogException failed) {
      throw CommandFailedException.of(failed.fault());
    }
  }

  private Path file() {
    return Files.isDirectory(target)
        ? target.resolve(
            "dramatis-%s.tar".formatted(ZonedDateTime.now(ZoneOffset.UTC).format(TIME)))
        : target;
  }
}
