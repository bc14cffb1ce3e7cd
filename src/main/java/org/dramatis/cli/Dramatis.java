package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import org.dramatis.settings.BadSettingException;
import org.dramatis.settings.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The root command, which only names the others. */
@Command(
    name = "dramatis",
    description =
        "A knowledge graph of entertainment, and the service that answers questions about it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Every test is run by ./dramatis test.",
      "Exit codes: 0 if all is well, 1 if what was asked about is not, 2 if the",
      "command was used wrongly or lacks what it needs."
    })
public final class Dramatis implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Dramatis.class);

  @Spec private CommandSpec spec;

  private Dramatis() {}

  /** The whole command line, ready to execute. */
  public static CommandLine commandLine() {
    return commandLine(Console.system());
  }

  /** The whole command line, reading from and writing to the console given. */
  static CommandLine commandLine(Console console) {
    CommandLine serve = new CommandLine(new ServeCommand(console));
    SettingOptions.addTo(serve.getCommandSpec(), Key.values());
    CommandLine query = new CommandLine(new QueryCommand(console));
    SettingOptions.addTo(query.getCommandSpec(), Key.BASE, Key.TIME_LIMIT, Key.QUERIES);
    CommandLine check = new CommandLine(new CheckCommand(console));
    SettingOptions.addTo(check.getCommandSpec(), Key.BASE, Key.QUERIES);
    CommandLine settings = new CommandLine(new SettingsCommand(console));
    SettingOptions.addTo(settings.getCommandSpec(), Key.values());
    CommandLine load = new CommandLine(new LoadCommand(console));
    SettingOptions.addTo(load.getCommandSpec(), Key.DATA, Key.BASE, Key.DEFAULT_GRAPH);
    return new CommandLine(new Dramatis())
        .addSubcommand(serve)
        .addSubcommand(query)
        .addSubcommand(load)
        .addSubcommand(check)
        .addSubcommand(new FormatCommand(console))
        .addSubcommand(new DraftCommand(console))
        .addSubcommand(keeping(new LinkCommand(console)))
        .addSubcommand(new ReviewCommand(console))
        .addSubcommand(new LogCommand(console))
        .addSubcommand(keeping(new HistoryCommand(console)))
        .addSubcommand(keeping(new DiffCommand(console)))
        .addSubcommand(keeping(new ReleaseCommand(console)))
        .addSubcommand(new MergeCommand(console))
        .addSubcommand(new RenameCommand(console))
        .addSubcommand(new RetireCommand(console))
        .addSubcommand(new BackupCommand(console))
        .addSubcommand(new RestoreCommand(console))
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(settings)
        .addSubcommand(new TokenCommand(console))
        .addSubcommand(new VersionCommand(console))
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setParameterExceptionHandler(Dramatis::explainMisuse)
        .setExecutionStrategy(parsed -> untilWritten(parsed, console))
        .setExecutionExceptionHandler((failure, _, _) -> explainFailure(failure, console));
  }

  /** A command that is told where the data is, and what its default graph is. */
  private static CommandLine keeping(Object command) {
    CommandLine line = new CommandLine(command);
    SettingOptions.addTo(line.getCommandSpec(), Key.DATA, Key.BASE, Key.DEFAULT_GRAPH);
    return line;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** A command has done its work when all that it printed has arrived. */
  private static int untilWritten(ParseResult parsed, Console console) {
    int code = new RunLast().execute(parsed);
    Optional<IOException> failure = console.out().failure();
    failure.ifPresent(why ->
        console.err().println("dramatis: the output could not be written: " + why.getMessage()));
    return failure.isPresent() ? ExitCode.USAGE : code;
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

  private static int explainFailure(Exception failure, Console console) {
    switch (failure) {
      case CommandFailedException failed -> {
        failed.messages().forEach(console.err()::println);
        return failed.exitCode();
      }
      case BadSettingException bad -> console.err().println("dramatis: " + bad.getMessage());
      case UncheckedIOException failed -> explain(failed, console);
      case IOException failed -> explain(failed, console);
      default -> {
        LOG.debug("A command failed", failure);
        console.err().println("dramatis: failed unexpectedly: " + failure);
      }
    }
    return ExitCode.USAGE;
  }

  private static void explain(Exception failure, Console console) {
    Throwable reason = failure.getCause() instanceof IOException cause ? cause : failure;
    String what =
        reason instanceof AccessDeniedException denied
            ? denied.getFile() + " (permission denied)"
            : String.valueOf(reason.getMessage());
    console.err().println("dramatis: cannot be read or written: " + what);
  }
}
