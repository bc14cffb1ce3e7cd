package org.dramatis.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.log.Entry;
import org.dramatis.model.Change;
import org.dramatis.model.Terms;
import org.dramatis.model.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the versions of the data. */
@Command(
    name = "log",
    description =
        "Lists the versions of the data: number, author, graphs, added, deleted, message.",
    mixinStandardHelpOptions = true,
    versionProvider = org.dramatis.cli.Version.class)
final class LogCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  LogCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Stream<Entry> entries = project.unchecked().history().log().after(Version.NONE)) {
      entries.map(LogCommand::line).forEach(console.out()::println);
    }
    return 0;
  }

  private static String line(Entry entry) {
    Change change = entry.change();
    return "%s\t%s\t%s\t+%d\t-%d\t%s"
        .formatted(
            entry.version(),
            change.author(),
            change.graphs().stream().map(Terms::show).collect(Collectors.joining(" ")),
            change.added().size(),
            change.deleted().size(),
            change.message());
  }
}
