package org.dramatis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;

/** The tests of the service description, which are told in words only. */
final class DescriptionTests {

  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

  /** The properties of the vocabulary that link to something of a class of its own. */
  private static final Map<String, String> RANGES =
      Map.of(
          "defaultDataset", "Dataset",
          "defaultGraph", "Graph",
          "namedGraph", "NamedGraph",
          "graph", "Graph",
          "extensionFunction", "Function");

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "supportedLanguage", terms("SPARQL10Query", "SPARQL11Query", "SPARQL11Update"),
          "feature",
              terms(
                  "DereferencesURIs",
                  "UnionDefaultGraph",
                  "RequiresDataset",
                  "EmptyGraphs",
                  "BasicFederatedQuery"));

  private final SuiteServer server;

  DescriptionTests(SuiteServer server) {
    this.server = server;
  }

  private static Set<String> terms(String... names) {
    return Stream.of(names).map(name -> SD + name).collect(Collectors.toUnmodifiableSet());
  }

  void run(W3cTest test) {
    switch (test.entry().getLocalName()) {
      case "returns-rdf" -> assertThat(describe("application/rdf+xml").isEmpty()).isFalse();
      case "has-endpoint-triple" -> assertThat(services(describe("text/turtle"))).hasSize(1);
      case "conforms-to-schema" -> checkSchema(describe("application/n-triples"));
      default -> throw new IllegalArgumentException(test.id());
    }
  }

  /** The description that a GET of the endpoint brings. */
  private Model describe(String accept) {
    HttpResponse<String> response =
        server.send(HttpRequest.newBuilder(server.uri("/sparql")).header("Accept", accept));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    String type = response.headers().firstValue("Content-Type").orElse("");
    Results.Statements read =
        (Results.Statements) Results.read(response.body(), QueryTests.extension(type));
    return ModelFactory.createModelForGraph(read.graph());
  }

  private Set<Resource> services(Model model) {
    return model
        .listResourcesWithProperty(
            term("endpoint"), model.createResource(server.uri("/sparql").toString()))
        .toSet();
  }

  private void checkSchema(Model model) {
    assertThat(services(model))
        .allMatch(service -> model.contains(service, RDF.type, term("Service")))
        .isNotEmpty();
    RANGES.forEach((property, type) ->
        assertThat(model.listObjectsOfProperty(term(property)).toList())
            .as(property)
            .isNotEmpty()
            .allMatch(value -> model.contains(value.asResource(), RDF.type, term(type))));
    VALUES.forEach((property, values) ->
        assertThat(model.listObjectsOfProperty(term(property)).toList())
            .as(property)
            .allMatch(value -> values.contains(value.asResource().getURI())));
    assertThat(model.listSubjectsWithProperty(RDF.type, term("NamedGraph")).toList())
        .allMatch(graph -> graph.hasProperty(term("name")));
  }

  private static Property term(String name) {
    return ResourceFactory.createProperty(SD, name);
  }
}
