package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.log.Heading;
import org.dramatis.log.LogException;
import org.dramatis.log.LogFiles;
import org.dramatis.model.Version;
import org.dramatis.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the versions of the data. */
@Command(
    name = "log",
    description =
        "Lists the versions of the data, a line each: number, time, author, added, deleted,"
            + " identity, message. Of a folder also while a server has it.",
    mixinStandardHelpOptions = true,
    versionProvider = org.dramatis.cli.Version.class)
final class LogCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder of data whose versions are listed; without one, what the project's files make.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json", description = "Print a JSON object a line.")
  private boolean json;

  LogCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (data.isEmpty()) {
      print(project.unchecked().history().log().headings(Version.NONE));
      return 0;
    }
    Path folder = data.get().resolve(DataFolder.LOG);
    if (!LogFiles.isIn(folder)) {
      throw CommandFailedException.misuse("%s is not a folder of data".formatted(data.get()));
    }
    try (LogFiles log = LogFiles.skim(folder)) {
      print(log.headings(Version.NONE));
      return 0;
    } catch (LogException failed) {
      throw CommandFailedException.of(failed.fault());
    }
  }

  private void print(Stream<Heading> headings) {
    try (headings) {
      headings
          .map(json ? LogCommand::object : LogCommand::line)
          .takeWhile(_ -> !console.out().checkError())
          .forEach(console.out()::println);
    }
  }

  private static String line(Heading heading) {
    return "%s\t%s\t%s\t+%d\t-%d\t%s\t%s"
        .formatted(
            heading.version(),
            heading.time(),
            heading.author(),
            heading.added(),
            heading.deleted(),
            heading.id(),
            heading.message());
  }

  private static String object(Heading heading) {
    JsonObject object = new JsonObject();
    object.put("version", heading.version().number());
    object.put("time", heading.time().toString());
    object.put("author", heading.author());
    object.put("added", heading.added());
    object.put("deleted", heading.deleted());
    object.put("id", heading.id().toString());
    object.put("message", heading.message());
    return JSON.toStringFlat(object);
  }
}
