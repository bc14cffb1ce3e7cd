package org.dramatis.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dramatis.log.LogException;
import org.dramatis.store.backup.Finding;
import org.dramatis.store.backup.NoDataException;
import org.dramatis.store.backup.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether a folder of data is whole. */
@Command(
    name = "verify",
    description = {
      "Holds every record of the logs against its digest and the one before it, and store and"
          + " snapshots against the logs. One line for each finding: good, unfinished, wrong,"
          + " repaired or lost; the part; what was found.",
      "The exit code is 1 if anything is wrong or lost."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VerifyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataOption data;

  @Option(
      names = "--repair",
      description =
          "Make again what is wrong and can be made from the logs, which stay as they are.")
  private boolean repairs;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try {
      return Verification.of(data.folder(), repairs, this::print) ? 0 : 1;
    } catch (NoDataException none) {
      throw CommandFailedException.misuse(String.valueOf(none.getMessage()));
    } catch (LogException failed) {
      throw CommandFailedException.of(failed.fault());
    }
  }

  private void print(Finding finding) {
    console
        .out()
        .printf(
            "%s\t%s\t%s%n",
            finding.kind().name().toLowerCase(Locale.ROOT), finding.part(), finding.text());
    console.out().flush();
  }
}
