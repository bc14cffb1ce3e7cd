package org.dramatis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.conformance.Results.Rows;

/** Tests of updates: what they make of a dataset, and whether their text is one. */
final class UpdateTests {

  private static final String NS = "http://www.w3.org/2009/sparql/tests/test-update#";
  private static final Property REQUEST = ResourceFactory.createProperty(NS, "request");
  private static final Property DATA = ResourceFactory.createProperty(NS, "data");
  private static final Property GRAPH_DATA = ResourceFactory.createProperty(NS, "graphData");
  private static final Property GRAPH = ResourceFactory.createProperty(NS, "graph");

  private static final String EVERYTHING =
      "SELECT ?g ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";

  private final SuiteFiles files;
  private final SuiteServer server;

  UpdateTests(SuiteFiles files, SuiteServer server) {
    this.files = files;
    this.server = server;
  }

  /** The dataset that a test begins with, or that it is to end with. */
  static DatasetGraph dataset(SuiteFiles files, Resource described) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    for (Statement data : described.listProperties(DATA).toList()) {
      files.addTo(dataset, data.getResource().getURI());
    }
    for (Statement data : described.listProperties(GRAPH_DATA).toList()) {
      Resource named = data.getResource();
      Graph graph = files.graph(named.getPropertyResourceValue(GRAPH).getURI());
      String name = named.getProperty(RDFS.label).getString();
      dataset.addGraph(NodeFactory.createURI(name), graph);
    }
    return dataset;
  }

  /** The update makes the expected dataset of the test's own. */
  void evaluate(W3cTest test) {
    Resource action = test.action().asResource();
    server.show(dataset(files, action));
    String request = action.getPropertyResourceValue(REQUEST).getURI();
    HttpResponse<String> response =
        server.update("BASE <%s>\n%s".formatted(request, files.text(request)));
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    List<List<Optional<Node>>> actual = everything();
    List<List<Optional<Node>>> expected = tuples(dataset(files, test.result().orElseThrow()));
    assertThat(Isomorphism.between(actual, expected))
        .as("got\n%s\nexpected\n%s", actual, expected)
        .isTrue();
  }

  private List<List<Optional<Node>>> everything() {
    HttpResponse<String> response = server.query(EVERYTHING, "application/sparql-results+json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Rows rows = (Rows) Results.read(response.body(), ".srj");
    return rows.rows().stream()
        .map(row ->
            List.of("g", "s", "p", "o").stream()
                .map(name -> Optional.ofNullable(row.get(Var.alloc(name))))
                .toList())
        .toList();
  }

  private static List<List<Optional<Node>>> tuples(DatasetGraph dataset) {
    return dataset.stream()
        .map(quad ->
            List.of(
                quad.isDefaultGraph() ? Optional.<Node>empty() : Optional.of(quad.getGraph()),
                Optional.of(quad.getSubject()),
                Optional.of(quad.getPredicate()),
                Optional.of(quad.getObject())))
        .toList();
  }

  /**
   * The text is read as an update. What comes of it then is another matter: a graph may be missing,
   * and LOAD is never done.
   */
  void accept(W3cTest test) {
    HttpResponse<String> response = syntax(test);
    assertThat(response.statusCode()).as(response.body()).isIn(200, 204, 403, 409, 422);
  }

  /** The text is refused as no update. */
  void reject(W3cTest test) {
    HttpResponse<String> response = syntax(test);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
  }

  private HttpResponse<String> syntax(W3cTest test) {
    server.show(DatasetGraphFactory.empty());
    return server.update(files.text(test.action().asResource().getURI()));
  }
}
