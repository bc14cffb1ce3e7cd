package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.model.Problem;
import org.dramatis.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with the project's files, or with those given. */
@Command(
    name = "check",
    description =
        "Checks files: syntax, shapes, rules, canonical form; and passages against a text.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "RDF files, each of which is checked as part of the whole, and query files; by default"
              + " everything that the project has.")
  private List<Path> files = new ArrayList<>();

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = false)
  private @Nullable TextOptions text;

  /** What belongs to the comparison with a text. */
  static final class TextOptions {
    @Option(
        names = "--text",
        required = true,
        paramLabel = "TEXT",
        description = "The text of a document, against which every passage of it is verified.")
    private Path file = Path.of("");

    @Option(
        names = "--document",
        paramLabel = "IRI",
        description = "Whose text it is; by default the document whose digest fits.")
    private Optional<String> document = Optional.empty();

    @Option(
        names = "--show",
        description = "Print each claim of the document with its words from the text.")
    private boolean show;
  }

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = SettingOptions.settings(spec, project.home());
    PublishedQueries.requireFolder(settings);
    ProjectCheck check = new ProjectCheck(project, settings);
    if (files.isEmpty()) {
      check.everything();
    } else {
      files.forEach(check::file);
    }
    List<Problem> problems = new ArrayList<>(check.problems());
    console.out().println(check.summary());
    TextOptions options = text;
    if (options != null) {
      TextCheck comparison = TextCheck.of(project, options.file, options.document);
      if (options.show) {
        comparison.words().forEach(console.out()::println);
      }
      console.out().println(comparison.summary());
      problems.addAll(comparison.problems());
    }
    if (problems.stream().anyMatch(Problem::blocks)) {
      throw CommandFailedException.of(problems);
    }
    problems.stream().map(Problem::message).forEach(console.err()::println);
    return 0;
  }
}
