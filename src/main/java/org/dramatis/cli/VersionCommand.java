package org.dramatis.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which version of the program this is. */
@Command(
    name = "version",
    description = "Says which version this is, and what it runs on.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VersionCommand implements Callable<Integer> {

  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.out().println("Dramatis " + Version.number());
    console.out().println("Java " + Runtime.version());
    return 0;
  }
}
