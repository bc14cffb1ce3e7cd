package org.dramatis.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.link.match.Dataset;
import org.dramatis.link.match.Decisions;
import org.dramatis.link.match.GraphReader;
import org.dramatis.link.match.LinkClaims;
import org.dramatis.link.match.Linking;
import org.dramatis.link.match.Quarantine;
import org.dramatis.link.match.Review;
import org.dramatis.link.search.NamedThings;
import org.dramatis.settings.Settings;
import org.dramatis.store.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds what a file and the graph, or two files, both speak of. */
@Command(
    name = "link",
    description = {
      "Finds the things that a file and the graph, or two files, both speak of, and writes the"
          + " links as claims in Turtle. What is likely, and not certain, goes into a review.",
      "CSV, TSV, JSON (an array, or an object a line) and RDF are read; a mapping says what their"
          + " columns or properties are."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class LinkCommand implements Callable<Integer> {

  private static final String GRAPH = "graph";
  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Console console;

  @Mixin private Project project;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The data to be linked.")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      defaultValue = GRAPH,
      paramLabel = "graph|FILE",
      description = "To what; by default to the graph: that of the project, or of --data.")
  private String to = GRAPH;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Which columns or properties of FILE are what; by default their names tell.")
  private Optional<Path> mapping = Optional.empty();

  @Option(
      names = "--to-mapping",
      paramLabel = "FILE",
      description = "The same for the file in --to.")
  private Optional<Path> toMapping = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "SLUG",
      description = "What the IRI of the source of the claims ends with; by default links-FILE.")
  private Optional<String> slug = Optional.empty();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Where the claims are written; replaced if it is there.")
  private Path output = Path.of("");

  @Option(
      names = "--review",
      paramLabel = "FILE",
      description =
          "Where the pairs are written that a person should look at. Decisions that are in it"
              + " count, and stay.")
  private Optional<Path> review = Optional.empty();

  @Option(
      names = "--threshold",
      defaultValue = "0.9",
      paramLabel = "P",
      description = "From which score on is linked without a person; by default 0.9.")
  private double threshold;

  LinkCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!(threshold > 0 && threshold < 1)) {
      throw CommandFailedException.misuse("--threshold is between 0 and 1");
    }
    String source = source();
    Review before = ReviewFiles.before(review);
    Settings settings = SettingOptions.settings(spec, project.home());
    Linked linked;
    if (settings.data().isEmpty()) {
      linked = linked(project.unchecked().history(), before);
    } else {
      Path data = settings.data().get();
      if (!Files.isDirectory(data)) {
        throw CommandFailedException.misuse("there is no data in %s".formatted(data));
      }
      try (Keeping keeping = Keeping.of(settings, console)) {
        linked = linked(keeping.history(), before);
      }
    }
    write(linked, source, before);
    return 0;
  }

  private record Linked(Linking.Result result, int from, int to) {}

  private String source() {
    String name =
        slug.orElseGet(() ->
            "links-"
                + String.valueOf(file.getFileName())
                    .replaceFirst("\\..*", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", ""));
    if (!SLUG.matcher(name).matches()) {
      throw CommandFailedException.misuse(
          "'%s' is no slug: it takes words of a-z and 0-9 joined by hyphens".formatted(name));
    }
    return name;
  }

  private Linked linked(History history, Review before) {
    return history
        .store()
        .read(now -> {
          try {
            return linked(NamedThings.graph(now), before);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private Linked linked(Graph graph, Review before) throws IOException {
    Schemes schemes = Schemes.of(graph);
    Dataset own = LinkFiles.read(file, mapping, schemes, console);
    Dataset other;
    if (to.equals(GRAPH)) {
      other = new GraphReader(graph, schemes).dataset();
      if (other.entities().isEmpty()) {
        throw CommandFailedException.notFine("the graph has nothing to link to");
      }
    } else {
      other = LinkFiles.read(Path.of(to), toMapping, schemes, console);
    }
    try (LinkProgress progress = LinkProgress.of(console.err())) {
      return new Linked(
          Linking.link(own, other, Decisions.of(before.rows()), threshold, progress::at),
          own.entities().size(),
          other.entities().size());
    }
  }

  private void write(Linked linked, String source, Review before) throws IOException {
    Linking.Result result = linked.result();
    try (BufferedWriter out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
      new LinkClaims(source, "Links of " + file.getFileName(), out).write(result.links());
    }
    if (review.isPresent()) {
      ReviewFiles.write(review.get(), Review.of(before.rows(), result.review()));
    }
    for (Quarantine each : result.quarantined()) {
      console
          .err()
          .printf(
              "quarantined: %s: %s%n",
              each.why(),
              String.join(", ", each.entities().stream().map(one -> one.iri()).toList()));
    }
    console
        .out()
        .printf(
            "%,d of %,d linked to %,d; %,d for review, %,d quarantined%n",
            result.links().size(),
            linked.from(),
            linked.to(),
            result.review().size(),
            result.quarantined().size());
  }
}
