package org.dramatis.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.ingest.Utf8;
import org.dramatis.link.annotate.Draft;
import org.dramatis.link.search.NamedThings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a seed for a text. */
@Command(
    name = "draft",
    description =
        "Begins a seed for a text: its sentences and the names in it that are known, with their"
            + " places and digests and without its words, for a person to complete.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DraftCommand implements Callable<Integer> {

  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private final Console console;

  @Mixin private Project project;

  @Parameters(paramLabel = "ARTICLE", description = "The text, in UTF-8.")
  private Path article = Path.of("");

  @Option(
      names = "--source",
      required = true,
      paramLabel = "SLUG",
      description = "What the IRI of the source ends with, such as a-title-of-2025.")
  private String slug = "";

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "What the source is called; by default the words of its slug.")
  private Optional<String> label = Optional.empty();

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "The language of the label and of names without one; by default en.")
  private String language = "";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the seed is written; by default to standard output.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--force", description = "Replace the file if there is one.")
  private boolean force;

  DraftCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    checkOptions();
    String text = text();
    String draft =
        project.unchecked().history().store().read(now -> draft(NamedThings.graph(now), text));
    if (output.isPresent()) {
      write(output.get(), draft);
    } else {
      console.out().print(draft);
    }
    return 0;
  }

  private void checkOptions() {
    if (!SLUG.matcher(slug).matches()) {
      throw CommandFailedException.misuse(
          "'%s' is no slug: it takes words of a-z and 0-9 joined by hyphens".formatted(slug));
    }
    if (!LANGUAGE.matcher(language).matches()) {
      throw CommandFailedException.misuse(
          "'%s' is no tag of a language, such as en or pt-BR".formatted(language));
    }
    if (output.isPresent() && !force && Files.exists(output.get())) {
      throw there(output.get());
    }
  }

  private String text() throws IOException {
    if (!Files.isReadable(article) || Files.isDirectory(article)) {
      throw CommandFailedException.misuse("the file %s cannot be read".formatted(article));
    }
    String text = Project.take(Utf8.decode(article.toString(), Files.readAllBytes(article)));
    if (text.isBlank()) {
      throw CommandFailedException.notFine("there is no text in %s".formatted(article));
    }
    return text;
  }

  private String draft(Graph graph, String text) {
    Draft.Source source =
        new Draft.Source(slug, label.orElseGet(() -> slug.replace('-', ' ')), language);
    if (graph.contains(source.node(), Node.ANY, Node.ANY)) {
      throw CommandFailedException.misuse(
          "the project has a source %s already; choose another slug".formatted(slug));
    }
    return Project.take(Draft.of(source, text, graph));
  }

  private void write(Path file, String draft) throws IOException {
    OpenOption[] options =
        force
            ? new OpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE
            }
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Files.write(file, draft.getBytes(StandardCharsets.UTF_8), options);
    } catch (FileAlreadyExistsException exists) {
      throw there(file);
    } catch (NoSuchFileException noFolder) {
      throw CommandFailedException.misuse(
          "the folder of %s is missing".formatted(noFolder.getMessage()));
    }
    console.out().println(file);
  }

  private static CommandFailedException there(Path file) {
    return CommandFailedException.misuse(
        "the file %s is there already; --force replaces it".formatted(file));
  }
}
