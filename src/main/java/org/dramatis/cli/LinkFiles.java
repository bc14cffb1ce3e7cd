package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.RdfReader;
import org.dramatis.ingest.Reading;
import org.dramatis.ingest.Utf8;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.link.match.DataReader;
import org.dramatis.link.match.Dataset;
import org.dramatis.link.match.GraphReader;
import org.dramatis.link.match.Mapping;
import org.dramatis.link.match.UnreadableDataException;

/** Reads the data that are linked, whatever the ending of their name says they are. */
final class LinkFiles {

  private LinkFiles() {}

  static Dataset read(Path file, Optional<Path> mapping, Schemes schemes, Console console)
      throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    try {
      Dataset dataset =
          switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> reader(mapping, schemes).table(text(file), ',');
            case "tsv" -> reader(mapping, schemes).table(text(file), '\t');
            case "json", "jsonl", "ndjson" -> reader(mapping, schemes).json(text(file));
            default -> graph(file, mapping, schemes);
          };
      dataset.remarks().forEach(remark -> console.err().printf("%s, %s%n", file, remark));
      return dataset;
    } catch (UnreadableDataException unreadable) {
      throw CommandFailedException.notFine("%s, %s".formatted(file, unreadable.getMessage()));
    } catch (Mapping.UnusableException unusable) {
      throw CommandFailedException.misuse("%s: %s".formatted(file, unusable.getMessage()));
    }
  }

  private static DataReader reader(Optional<Path> mapping, Schemes schemes)
      throws IOException, Mapping.UnusableException {
    return new DataReader(
        mapping.isEmpty() ? Mapping.BY_NAME : Mapping.read(text(mapping.get()), schemes), schemes);
  }

  /** The text of a file, which has to be UTF-8. */
  static String text(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw CommandFailedException.misuse("the file %s cannot be read".formatted(file));
    }
    return Project.take(Utf8.decode(file.toString(), Files.readAllBytes(file)));
  }

  /** Without a mapping a graph speaks the words of Dramatis or of schema.org. */
  private static Dataset graph(Path file, Optional<Path> mapping, Schemes schemes)
      throws IOException, UnreadableDataException, Mapping.UnusableException {
    Reading reading = Project.take(Document.of(file).then(RdfReader::read));
    Graph graph = GraphFactory.createDefaultGraph();
    reading.quads().forEach(quad -> graph.add(quad.asTriple()));
    return mapping.isEmpty()
        ? new GraphReader(graph, schemes).dataset()
        : reader(mapping, schemes).graph(graph, reading.prefixes());
  }
}
