package org.dramatis.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.history.DiffText;
import org.dramatis.history.NetChange;
import org.dramatis.store.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed between two versions. */
@Command(
    name = "diff",
    description = {
      "Tells what makes one version of the data into another; what came and went again in between"
          + " is left out.",
      "A version is named by its number, its identity or its release; 0 is before the first."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DiffCommand implements Callable<Integer> {

  /** One half of a difference. */
  private enum Part {
    ADDED,
    DELETED
  }

  private final Console console;

  @Mixin private Project project;

  @Parameters(index = "0", paramLabel = "FROM", description = "The version to begin with.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "The version that is made of it.")
  private String to = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "patch or json; with --part also ttl, nt, jsonld, rdf. Default: patch.")
  private String format = "patch";

  @Option(
      names = "--part",
      paramLabel = "PART",
      description = "added or deleted: one half of it, as a graph.")
  private Optional<String> part = Optional.empty();

  @Spec private CommandSpec spec;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    KeptVersions.use(
        spec,
        project,
        console,
        history -> {
          write(history);
          return 0;
        });
    return 0;
  }

  private void write(History history) throws IOException {
    Optional<Part> half = part.map(DiffCommand::half);
    boolean whole = format.equals("patch") || format.equals("json");
    if (half.isPresent() == whole) {
      throw CommandFailedException.misuse(
          "a graph is one half: say --part added or --part deleted with ttl, nt, jsonld or rdf,"
              + " and leave it out with patch and json");
    }
    NetChange net =
        NetChange.between(
            history, KeptVersions.named(from, history), KeptVersions.named(to, history), _ -> {});
    OutputStream out = new BufferedOutputStream(console.out());
    if (half.isPresent()) {
      out.write(
          HistoryCommand.written(
              DiffText.graph(half.get() == Part.ADDED ? net.added() : net.deleted()), format));
    } else if (format.equals("json")) {
      DiffText.json(net, history.outline().id(net.from()), history.outline().id(net.to()), out);
    } else {
      DiffText.patch(net, out);
    }
    out.flush();
  }

  private static Part half(String name) {
    try {
      return Part.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw CommandFailedException.misuse("--part is added or deleted, not " + name);
    }
  }
}
