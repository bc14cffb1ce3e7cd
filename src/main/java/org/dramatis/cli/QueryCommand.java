package org.dramatis.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.dramatis.ingest.Utf8;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.plan.Plan;
import org.dramatis.query.plan.PlanDocument;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.why.Why;
import org.dramatis.query.why.WhyDocument;
import org.dramatis.query.why.WhyEmpty;
import org.dramatis.settings.Settings;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one question, without a server. */
@Command(
    name = "query",
    description = "Asks one question of ontology and seeds, and needs no server.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class QueryCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Parameters(
      paramLabel = "FILE|NAME|-",
      description =
          "A file, a published query by its topic/name or a name that no other has, or - for"
              + " standard input.")
  private String question = "-";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, csv, tsv, json or xml for rows; ttl, nt, jsonld, rdf, trig or nq for graphs. Default:"
              + " table or ttl.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A value for a parameter of the query; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @ArgGroup private final Look look = new Look();

  @Spec private CommandSpec spec;

  /** What can be asked of a query instead of its answer. */
  private static final class Look {
    @Option(
        names = "--explain",
        description = "Tells how the query is computed, with the rows and time of every operator.")
    private boolean explain;

    @Option(names = "--why", description = "Tells which part of the query empties its answer.")
    private boolean why;
  }

  QueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = SettingOptions.settings(spec, project.folder());
    Optional<AnswerFormat> wanted = format.map(QueryCommand::named);
    try {
      Query query = find(settings).with(parameters);
      Store store = project.unchecked().history().store();
      QueryRunner runner = new QueryRunner(store, settings.limits().time());
      if (look.explain || look.why) {
        console.out().print(insight(query, store, runner, settings.limits()));
        console.out().flush();
        return 0;
      }
      // Held back until it is whole, so that a failure prints nothing that looks like an answer.
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      runner.run(
          query,
          (version, answer) -> {
            AnswerWriter.write(answer, wanted.orElseGet(() -> usual(answer)), data);
            return version;
          });
      data.writeTo(console.out());
      console.out().flush();
      return 0;
    } catch (QueryFailedException failed) {
      throw CommandFailedException.of(failed.problem());
    }
  }

  private String insight(Query query, Store store, QueryRunner runner, Settings.Limits limits)
      throws IOException, QueryFailedException {
    boolean json = format.equals(Optional.of(AnswerFormat.JSON.key()));
    Budget budget = Budget.of(limits.time(), limits.memory());
    try (Snapshot snapshot = store.open()) {
      if (look.explain) {
        Plan plan = runner.explain(query, snapshot, budget);
        return json
            ? PlanDocument.json(plan, snapshot.version())
            : PlanDocument.text(plan, snapshot.version());
      }
      Why why = WhyEmpty.of(runner, query, snapshot, budget);
      return json ? WhyDocument.json(why, snapshot.version()) : WhyDocument.text(why);
    }
  }

  private PublishedQuery find(Settings settings) throws IOException, QueryFailedException {
    if (question.equals("-")) {
      return read("standard input", console.in().readAllBytes());
    }
    Path file = Path.of(question);
    if (Files.isRegularFile(file)) {
      return read(question, Files.readAllBytes(file));
    }
    if (question.endsWith(".rq")) {
      throw CommandFailedException.misuse("there is no file " + question);
    }
    return PublishedQueries.find(settings, question);
  }

  private static PublishedQuery read(String shown, byte[] bytes) {
    return Project.take(Utf8.decode(shown, bytes).then(text -> Catalogue.read(shown, text)));
  }

  private static AnswerFormat named(String key) {
    return AnswerFormat.named(key)
        .orElseThrow(() ->
            CommandFailedException.misuse(
                "there is no format '%s'; there are %s"
                    .formatted(
                        key,
                        Stream.of(AnswerFormat.values())
                            .map(AnswerFormat::key)
                            .collect(Collectors.joining(", ")))));
  }

  private static AnswerFormat usual(Answer answer) {
    return switch (answer.kind()) {
      case ROWS -> AnswerFormat.TABLE;
      case GRAPH -> AnswerFormat.TURTLE;
    };
  }
}
