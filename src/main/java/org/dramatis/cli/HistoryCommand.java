package org.dramatis.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.history.GivenTerm;
import org.dramatis.history.HistoryText;
import org.dramatis.history.Sought;
import org.dramatis.history.Trace;
import org.dramatis.history.Traces;
import org.dramatis.history.VersionGraph;
import org.dramatis.history.VersionList;
import org.dramatis.model.Version;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what the versions were, and which of them had to do with something. */
@Command(
    name = "history",
    description = {
      "Tells what the versions of the data were, the newest first, with their releases; or which"
          + " of them added or deleted statements about an entity, or a statement, the oldest"
          + " first.",
      "Terms are written as in N-Triples; an IRI may be without its brackets."
    },
    mixinStandardHelpOptions = true,
    versionProvider = org.dramatis.cli.Version.class)
final class HistoryCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Option(names = "--about", paramLabel = "IRI", description = "What statements speak of or with.")
  private Optional<String> about = Optional.empty();

  @Option(names = "--subject", paramLabel = "TERM", description = "The subject of a statement.")
  private Optional<String> subject = Optional.empty();

  @Option(names = "--predicate", paramLabel = "TERM", description = "Its predicate.")
  private Optional<String> predicate = Optional.empty();

  @Option(names = "--object", paramLabel = "TERM", description = "Its object.")
  private Optional<String> object = Optional.empty();

  @Option(names = "--graph", paramLabel = "IRI", description = "Its graph; any by default.")
  private Optional<String> graph = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, csv, or ttl, nt, jsonld, rdf. Default: text.")
  private String format = "text";

  @Spec private CommandSpec spec;

  HistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Sought> sought = sought();
    byte[] told =
        KeptVersions.use(
            spec,
            project,
            console,
            history -> sought.isPresent() ? trace(sought.get(), history) : list(history));
    console.out().write(told);
    console.out().flush();
    return 0;
  }

  private Optional<Sought> sought() {
    boolean statement = Stream.of(graph, subject, predicate, object).anyMatch(Optional::isPresent);
    if (about.isPresent() && statement) {
      throw CommandFailedException.misuse("--about is an entity, and the others are a statement");
    }
    return statement
        ? Optional.of(
            new Sought.Statement(
                graph.map(HistoryCommand::term),
                subject.map(HistoryCommand::term),
                predicate.map(HistoryCommand::term),
                object.map(HistoryCommand::term)))
        : about.map(HistoryCommand::term).map(Sought.About::new);
  }

  private static Node term(String text) {
    return GivenTerm.parse(text)
        .orElseThrow(
            () -> CommandFailedException.misuse("'%s' is no term of N-Triples".formatted(text)));
  }

  private byte[] list(History history) throws IOException {
    VersionList list = VersionList.upTo(history, history.store().version(), Integer.MAX_VALUE);
    return switch (format) {
      case "text" -> bytes(HistoryText.lines(list.lines()));
      case "json" -> bytes(HistoryText.json(list.lines(), list.newest(), Optional.empty()));
      case "csv" -> bytes(HistoryText.csv(list.lines()));
      default -> written(VersionGraph.of(list.lines()), format);
    };
  }

  private byte[] trace(Sought sought, History history) throws IOException {
    Version newest = history.store().version();
    Trace trace = new Traces(history).find(sought, newest, _ -> {});
    return switch (format) {
      case "text" -> bytes(HistoryText.lines(trace));
      case "json" -> bytes(HistoryText.json(trace, newest));
      case "csv" -> bytes(HistoryText.csv(trace));
      default -> written(VersionGraph.of(trace), format);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A graph in the format of this name. */
  static byte[] written(Graph graph, String format) throws IOException {
    AnswerFormat named =
        AnswerFormat.named(format)
            .filter(known -> known.kind() == AnswerFormat.Kind.GRAPH)
            .orElseThrow(() ->
                CommandFailedException.misuse(
                    "there is no format '%s' for this".formatted(format)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      AnswerWriter.write(new Answer.Statements(graph), named, out);
    } catch (QueryFailedException failed) {
      throw CommandFailedException.of(failed.problem());
    }
    return out.toByteArray();
  }
}
