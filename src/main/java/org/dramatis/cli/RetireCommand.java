package org.dramatis.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.dramatis.link.IdentityChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes an entity back. */
@Command(
    name = "retire",
    description = {
      "Takes back all that is said of an entity; its address says for ever that it is gone, and why.",
      "One version of the data, or none if rules are broken. No server may have the folder open."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RetireCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private IdentityWork work;

  @Parameters(index = "0", paramLabel = "A", description = "The one that goes, such as person:ann.")
  private String gone = "";

  RetireCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return work.carryOut(new IdentityChange.Retire(work.entity(gone)), console);
  }
}
