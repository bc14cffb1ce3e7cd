package org.dramatis.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.ingest.TurtleBooleans;
import org.junit.jupiter.api.Assumptions;

/**
 * The files of the W3C's SPARQL suites, which are not part of the project. They go by the IRIs
 * under which they are published.
 *
 * @param folder where they lie
 * @param adaptation what is done with each text that is read
 */
record SuiteFiles(Path folder, UnaryOperator<String> adaptation) {

  static {
    TurtleBooleans.install();
  }

  private static final String PUBLISHED = "https://w3c.github.io/rdf-tests/sparql/";

  /** The suites beside the project; without them the test that asks is skipped. */
  static SuiteFiles find() {
    Path suites =
        Path.of(Optional.ofNullable(System.getenv("DRAMATIS_SUITES")).orElse("../shared/suites"));
    Path folder = suites.resolve("w3c-sparql");
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () ->
            "The W3C's SPARQL suites are not at hand (DRAMATIS_SUITES, ../shared/suites):"
                + " conformance is not verified in this run");
    return new SuiteFiles(folder, UnaryOperator.identity());
  }

  /** The same files, with something in their texts put as it is here. */
  SuiteFiles adapted(UnaryOperator<String> other) {
    return new SuiteFiles(folder, other);
  }

  /** The IRI of a file, by its path in the folder. */
  static String iri(String path) {
    return PUBLISHED + path;
  }

  /** The path of a file in the folder, by its IRI. */
  static String path(String iri) {
    if (!iri.startsWith(PUBLISHED)) {
      throw new IllegalArgumentException("not a file of the suites: " + iri);
    }
    return iri.substring(PUBLISHED.length());
  }

  String text(String iri) {
    try {
      return adaptation.apply(Files.readString(folder.resolve(path(iri))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A file of RDF as a graph. */
  Graph graph(String iri) {
    Graph graph = GraphFactory.createDefaultGraph();
    parse(iri, StreamRDFLib.graph(graph));
    return graph;
  }

  /** Puts a file of RDF, with or without graph names, into a dataset. */
  void addTo(DatasetGraph dataset, String iri) {
    parse(iri, StreamRDFLib.dataset(dataset));
  }

  /** Some tests are about literals that are none, so warnings are left aside. */
  private void parse(String iri, StreamRDF target) {
    Lang lang = RDFLanguages.filenameToLang(iri);
    RDFParser.fromString(text(iri), lang)
        .base(iri)
        .errorHandler(ErrorHandlerFactory.errorHandlerExceptionOnError())
        .checking(false)
        .parse(target);
  }
}
