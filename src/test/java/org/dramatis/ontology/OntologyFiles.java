package org.dramatis.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.RdfReader;
import org.dramatis.ingest.Reading;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;

/** The Turtle files of the project, read as the program reads them. */
final class OntologyFiles {

  private static final String PREFIXES =
      """
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX character: <https://w3id.org/dramatis/id/character/>
      PREFIX credit: <https://w3id.org/dramatis/id/credit/>
      PREFIX film: <https://w3id.org/dramatis/id/film/>
      PREFIX person: <https://w3id.org/dramatis/id/person/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private OntologyFiles() {}

  /** The modules of the vocabulary and the files of its concept schemes. */
  static List<Path> modules() {
    return Stream.of("ontology", "ontology/schemes").flatMap(OntologyFiles::in).toList();
  }

  /** Everything that makes up the graph which is served: the vocabulary, alignments and seeds. */
  static List<Path> everything() {
    return Stream.of("ontology", "ontology/schemes", "ontology/alignments", "seeds")
        .flatMap(OntologyFiles::in)
        .toList();
  }

  private static Stream<Path> in(String folder) {
    if (!Files.isDirectory(Path.of(folder))) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All of the files in one graph. */
  static Graph graph(List<Path> files) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    files.forEach(file -> add(Document.of(file), graph));
    return graph;
  }

  /** A few statements in Turtle, to which the usual prefixes are added. */
  static Graph graph(String turtle) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    byte[] bytes = (PREFIXES + turtle).getBytes(StandardCharsets.UTF_8);
    add(Outcome.of(new Document("planted", Lang.TURTLE, bytes)), graph);
    return graph;
  }

  /** Whether the node is an IRI of the vocabulary's own namespace. */
  static boolean isTerm(Node node) {
    return node.isURI() && node.getURI().startsWith(Namespaces.TERMS);
  }

  private static void add(Outcome<Document> document, Graph graph) {
    switch (document.then(RdfReader::read)) {
      case Outcome.Ok<Reading>(Reading reading) ->
          reading.quads().forEach(quad -> graph.add(quad.asTriple()));
      case Outcome.Refused<Reading>(List<Problem> problems) ->
          throw new AssertionError(problems.stream().map(Problem::message).toList().toString());
    }
  }
}
