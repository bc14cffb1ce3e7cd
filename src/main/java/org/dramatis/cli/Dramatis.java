package org.dramatis.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command, which only names the others. */
@Command(
    name = "dramatis",
    description =
        "A knowledge graph of entertainment, and the service that answers questions about it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Every test is run by ./dramatis test."})
public final class Dramatis implements Runnable {

  @Spec private CommandSpec spec;

  private Dramatis() {}

  /** The whole command line, ready to execute. */
  public static CommandLine commandLine() {
    return new CommandLine(new Dramatis()).setParameterExceptionHandler(Dramatis::explainMisuse);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Says in one line what is wrong with the command line, and where the right words are listed. */
  private static int explainMisuse(ParameterException misuse, String[] arguments) {
    CommandLine command = misuse.getCommandLine();
    command
        .getErr()
        .printf(
            "dramatis: %s (see %s --help)%n",
            misuse.getMessage(), command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }
}
