package org.dramatis.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.dramatis.link.IdentityChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes one entity of two. */
@Command(
    name = "merge",
    description = {
      "Says of one entity all that was said of another, whose address then leads to it for ever.",
      "One version of the data, or none if rules are broken. No server may have the folder open."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class MergeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private IdentityWork work;

  @Parameters(index = "0", paramLabel = "A", description = "The one that goes, such as person:ann.")
  private String gone = "";

  @Parameters(index = "1", paramLabel = "B", description = "The one that stays.")
  private String into = "";

  MergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return work.carryOut(new IdentityChange.Merge(work.entity(gone), work.entity(into)), console);
  }
}
