package org.dramatis.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.dramatis.link.IdentityChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives an entity another identifier. */
@Command(
    name = "rename",
    description = {
      "Gives an entity an identifier that nothing has had, to which the old one leads for ever.",
      "One version of the data, or none if rules are broken. No server may have the folder open."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RenameCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private IdentityWork work;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "The identifier that goes, such as person:ann.")
  private String gone = "";

  @Parameters(index = "1", paramLabel = "B", description = "The new one.")
  private String to = "";

  RenameCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return work.carryOut(new IdentityChange.Rename(work.entity(gone), work.entity(to)), console);
  }
}
