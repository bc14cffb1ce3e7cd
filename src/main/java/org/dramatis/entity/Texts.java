package org.dramatis.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Utf8;
import org.dramatis.model.Sha256;
import org.dramatis.model.Terms;
import org.dramatis.model.Vocabulary.Properties;

/**
 * The texts of documents that are at hand. A text belongs to a document if it has the digest that
 * the graph has of it, whatever its file is called; so a text that was changed belongs to none.
 */
public final class Texts {

  /** None is at hand. */
  public static final Texts NONE = new Texts(Map.of(), List.of());

  /** What is longer is no article. */
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final Map<String, String> byDigest;
  private final List<String> told;

  private Texts(Map<String, String> byDigest, List<String> told) {
    this.byDigest = Map.copyOf(byDigest);
    this.told = List.copyOf(told);
  }

  /** Takes the texts of the documents of a dataset from the files of a folder. */
  public static Texts of(Path folder, DatasetGraph dataset) throws IOException {
    Map<String, String> found = new HashMap<>();
    List<String> told = new ArrayList<>();
    for (Path file : files(folder)) {
      told.add(take(file, dataset, found));
    }
    if (told.isEmpty()) {
      told.add("%s holds no text".formatted(folder));
    }
    return new Texts(found, told);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static String take(Path file, DatasetGraph dataset, Map<String, String> found)
      throws IOException {
    if (!Files.isReadable(file)) {
      return "%s is ignored: it cannot be read".formatted(file);
    }
    if (Files.size(file) > MOST_BYTES) {
      return "%s is ignored: it is longer than 16 MB".formatted(file);
    }
    byte[] bytes = Files.readAllBytes(file);
    String digest = Sha256.of(bytes).hex();
    List<Node> documents =
        Evidence.documents(dataset).stream()
            .filter(document -> digest(dataset, document).equals(Optional.of(digest)))
            .toList();
    if (documents.isEmpty()) {
      return "%s is ignored: no document of the graph has its digest".formatted(file);
    }
    if (!(Utf8.decode(file.toString(), bytes) instanceof Outcome.Ok<String>(String words))) {
      return "%s is ignored: it is not UTF-8".formatted(file);
    }
    found.put(digest, words);
    return "%s is the text of %s; %s"
        .formatted(
            file,
            String.join(", ", documents.stream().map(Terms::show).toList()),
            verified(dataset, documents.getFirst(), file, bytes));
  }

  private static String verified(DatasetGraph dataset, Node document, Path file, byte[] bytes) {
    return switch (Evidence.verify(dataset, document, file.toString(), bytes)) {
      case Outcome.Ok<Report>(Report report) ->
          "passages verified: %d of %d"
              .formatted(report.verified().size(), report.findings().size());
      case Outcome.Refused<Report> _ -> "no passage can be verified";
    };
  }

  private static Optional<String> digest(DatasetGraph dataset, Node document) {
    List<String> digests =
        Annotation.values(dataset.getDefaultGraph(), document, Properties.TEXT_SHA256);
    return digests.size() == 1 ? Optional.of(digests.getFirst()) : Optional.empty();
  }

  /** What became of each file, as a clause. */
  public List<String> told() {
    return told;
  }

  /** The text of a document of a dataset, if it is at hand. */
  public Optional<String> find(DatasetGraph dataset, Node document) {
    return digest(dataset, document).flatMap(digest -> Optional.ofNullable(byDigest.get(digest)));
  }

  /** What says which texts are at hand. */
  public String tag() {
    return String.join(" ", new TreeSet<>(byDigest.keySet()));
  }
}
