package org.dramatis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dramatis.conformance.Results.Rows;

/** Tests of queries: what they answer, and whether their text is one. */
final class QueryTests {

  static final String NS = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final Property QUERY = ResourceFactory.createProperty(NS, "query");
  private static final Property DATA = ResourceFactory.createProperty(NS, "data");
  private static final Property GRAPH_DATA = ResourceFactory.createProperty(NS, "graphData");

  private final SuiteFiles files;
  private final SuiteServer server;

  QueryTests(SuiteFiles files, SuiteServer server) {
    this.files = files;
    this.server = server;
  }

  /** The answer over the data of the test is the expected one. */
  void evaluate(W3cTest test) {
    Resource action = test.action().asResource();
    String query = action.getPropertyResourceValue(QUERY).getURI();
    String expectedIri = test.result().orElseThrow().getURI();
    String text = "BASE <%s>\n%s".formatted(query, files.text(query));
    server.show(dataset(files, action));
    HttpResponse<String> response = server.query(text, accept(expectedIri));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Results expected = read(files.text(expectedIri), expectedIri);
    String type = response.headers().firstValue("Content-Type").orElse("");
    Results actual = read(response.body(), extension(type));
    assertThat(actual.sameAs(expected, isOrdered(text, expected)))
        .as("got\n%s\nexpected\n%s", response.body(), files.text(expectedIri))
        .isTrue();
  }

  /** The dataset that a query or an endpoint is about. */
  static DatasetGraph dataset(SuiteFiles files, Resource action) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    for (Statement data : action.listProperties(DATA).toList()) {
      files.addTo(dataset, data.getResource().getURI());
    }
    for (Statement data : action.listProperties(GRAPH_DATA).toList()) {
      String name = data.getResource().getURI();
      dataset.addGraph(NodeFactory.createURI(name), files.graph(name));
    }
    return dataset;
  }

  private static Results read(String text, String fileName) {
    return fileName.endsWith(".csv") ? CsvRows.read(text) : Results.read(text, fileName);
  }

  private static boolean isOrdered(String query, Results expected) {
    return expected instanceof Rows && query.toUpperCase(Locale.ROOT).contains("ORDER BY");
  }

  /** The format of the expected file is asked for; what is a result as RDF comes as JSON. */
  private static String accept(String expected) {
    return switch (expected.substring(expected.lastIndexOf('.'))) {
      case ".srx" -> "application/sparql-results+xml";
      case ".csv" -> "text/csv";
      case ".tsv" -> "text/tab-separated-values";
      default -> "application/sparql-results+json, application/n-triples;version=1.2;q=0.9";
    };
  }

  /** The usual extension of files of a media type. */
  static String extension(String contentType) {
    return switch (contentType.replaceFirst(";.*", "")) {
      case "application/sparql-results+json" -> ".srj";
      case "application/sparql-results+xml" -> ".srx";
      case "text/csv" -> ".csv";
      case "text/tab-separated-values" -> ".tsv";
      case "application/n-triples" -> ".nt";
      case "text/turtle" -> ".ttl";
      case "application/rdf+xml" -> ".rdf";
      case "application/ld+json" -> ".jsonld";
      default -> throw new IllegalArgumentException(contentType);
    };
  }

  /** The text is read as a query, whatever comes of it. */
  void accept(W3cTest test) {
    HttpResponse<String> response = syntax(test);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  /** The text is refused as no query. */
  void reject(W3cTest test) {
    HttpResponse<String> response = syntax(test);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
  }

  /** Asks the text as it stands. */
  HttpResponse<String> syntax(W3cTest test) {
    server.show(DatasetGraphFactory.empty());
    String iri = test.action().asResource().getURI();
    return server.query(files.text(iri), "*/*");
  }
}
