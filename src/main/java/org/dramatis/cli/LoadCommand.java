package org.dramatis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.dramatis.ingest.Allowance;
import org.dramatis.ingest.Bulk;
import org.dramatis.ingest.BulkReader;
import org.dramatis.ingest.Compression;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Writer;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.settings.Settings;
import org.dramatis.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds files to a folder of data that nobody has open, as one version. */
@Command(
    name = "load",
    description =
        "Adds files of statements to the data in a folder, however large they are: all of them as"
            + " one version, or nothing. N-Triples, N-Quads, Turtle and TriG are read, plain or"
            + " compressed with gzip, zstd or bzip2.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class LoadCommand implements Callable<Integer> {

  private static final String AUTHOR = "load";
  private static final String STANDARD_INPUT = "-";

  private final Console console;

  @Mixin private Project project;

  @Spec private CommandSpec spec;

  @Option(
      names = "--graph",
      paramLabel = "IRI",
      defaultValue = "",
      description = "The graph for statements that name none.")
  private String graph = "";

  @Option(
      names = "--format",
      paramLabel = "ENDING",
      defaultValue = "",
      description = "What the files are, if their names do not tell: nt, nq, ttl or trig.")
  private String format = "";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "What is to be read; - is the standard input.")
  private List<String> files = List.of();

  LoadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = SettingOptions.settings(spec, project.home());
    Path data =
        settings
            .data()
            .orElseThrow(
                () -> CommandFailedException.misuse("name the folder of the data with --data"));
    Optional<Node> target = graph.isEmpty() ? Optional.empty() : Optional.of(graph());
    for (String file : files) {
      lang(file);
    }
    try (Keeping keeping = Keeping.of(settings, console);
        LoadProgress progress = LoadProgress.of(console.err(), totalSize());
        Bulk bulk = Bulk.in(data.resolve(DataFolder.LOADING), target, progress::statements)) {
      List<Problem> problems = new ArrayList<>();
      for (String file : files) {
        problems.addAll(read(file, bulk, progress));
      }
      if (!problems.isEmpty()) {
        throw CommandFailedException.of(problems);
      }
      progress.phase("checking and writing");
      tell(add(bulk, rules(keeping)), progress);
    }
    return 0;
  }

  private Node graph() {
    try {
      if (IRIx.create(graph).isAbsolute()) {
        return NodeFactory.createURI(graph);
      }
    } catch (IRIException malformed) {
      throw CommandFailedException.misuse("--graph is an IRI: " + malformed.getMessage());
    }
    throw CommandFailedException.misuse("--graph is an absolute IRI, and " + graph + " is none");
  }

  private Lang lang(String file) {
    Optional<Lang> lang =
        format.isEmpty()
            ? BulkReader.lang(file)
            : Optional.ofNullable(RDFLanguages.fileExtToLang(format))
                .filter(BulkReader.LANGUAGES::contains);
    return lang.orElseThrow(() ->
        CommandFailedException.misuse(
            "%s: what it is cannot be told; say --format nt, nq, ttl or trig".formatted(file)));
  }

  private long totalSize() throws IOException {
    long size = 0;
    for (String file : files) {
      size += file.equals(STANDARD_INPUT) || !Files.exists(Path.of(file)) ? 0 : size(file);
    }
    return size;
  }

  private static long size(String file) throws IOException {
    return Files.size(Path.of(file));
  }

  private List<Problem> read(String file, Bulk bulk, LoadProgress progress) throws IOException {
    try (InputStream bytes =
            file.equals(STANDARD_INPUT) ? console.in() : Files.newInputStream(Path.of(file));
        BoundedInputStream counted = BoundedInputStream.builder().setInputStream(bytes).get();
        InputStream in = Compression.open(file, counted)) {
      progress.file(FilenameUtils.getName(file), counted::getCount);
      return bulk.read(file, lang(file), in, Optional.empty(), Allowance.UNBOUNDED);
    } catch (NoSuchFileException missing) {
      return List.of(new Problem.Unreadable(Place.of(file), "there is no such file"));
    }
  }

  private Ingest rules(Keeping keeping) {
    return project.isEmpty()
        ? project.nothing(keeping.history()).ingest()
        : Project.take(project.checked(keeping.history()))
            .keeping(Project.take(Rules.load(project.folder())))
            .ingest();
  }

  private Ingest.Result add(Bulk bulk, Ingest ingest) throws IOException {
    String names =
        files.stream()
            .map(LoadCommand::shortName)
            .limit(8)
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    return ingest.<RuntimeException>change(
        new Writer(AUTHOR, _ -> true),
        "Load: " + (files.size() > 8 ? names + " and %d more".formatted(files.size() - 8) : names),
        AUTHOR,
        List.of(),
        Allowance.UNBOUNDED,
        bulk::addTo);
  }

  private static String shortName(String file) {
    return String.valueOf(Path.of(file).getFileName()).replaceAll("\\p{Cntrl}", "?");
  }

  private void tell(Ingest.Result result, LoadProgress progress) {
    progress.done();
    switch (result) {
      case Ingest.Result.Accepted accepted -> {
        accepted.warnings().stream().map(Problem::message).forEach(console.err()::println);
        console
            .out()
            .printf(
                "version %s: %,d statements read, %,d of them new, in %s%n",
                accepted.entry().version(),
                progress.read(),
                accepted.entry().heading().added(),
                progress.time());
      }
      case Ingest.Result.Unchanged(org.dramatis.model.Version version) -> tellNothingNew(version);
      case Ingest.Result.Repeated repeated -> tellNothingNew(repeated.version());
      case Ingest.Result.Refused(List<Problem> problems) ->
          throw CommandFailedException.of(problems);
    }
  }

  private void tellNothingNew(org.dramatis.model.Version version) {
    console.out().printf("version %s: all that the files say is there already%n", version);
  }
}
