package org.dramatis.http.description;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.dramatis.model.DefaultGraph;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.function.Functions;

/** The service in the terms of SPARQL 1.1 Service Description, and its data in those of VoID. */
public final class ServiceDescription {

  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  private static final List<String> READ = List.of("Turtle", "TriG", "N-Triples", "N-Quads");

  private final Model model = ModelFactory.createDefaultModel();
  private final DatasetSizes sizes;
  private final Abilities abilities;

  /**
   * What a service can do that not every one can.
   *
   * @param updates whether it takes updates
   * @param federation whether it asks other services
   */
  public record Abilities(boolean updates, boolean federation) {}

  private ServiceDescription(DatasetSizes sizes, Abilities abilities) {
    this.sizes = sizes;
    this.abilities = abilities;
  }

  /**
   * The description.
   *
   * @param address where queries are answered
   */
  public static Graph of(DatasetSizes sizes, String address, Abilities abilities) {
    ServiceDescription description = new ServiceDescription(sizes, abilities);
    description.describe(address);
    return description.model.getGraph();
  }

  private void describe(String address) {
    model.setNsPrefix("sd", SD);
    model.setNsPrefix("void", VOID.getURI());
    model.setNsPrefix("formats", FORMATS);
    Resource endpoint = model.createResource(address);
    Resource service = model.createResource(address + "#service", term("Service"));
    service.addProperty(term("endpoint"), endpoint);
    languages(service);
    features(service);
    formats(service);
    Functions.offered()
        .forEach(iri ->
            service.addProperty(
                term("extensionFunction"), model.createResource(iri, term("Function"))));
    service.addProperty(term("defaultDataset"), dataset(address, endpoint));
  }

  private void languages(Resource service) {
    Property language = term("supportedLanguage");
    service.addProperty(language, term("SPARQL10Query"));
    service.addProperty(language, term("SPARQL11Query"));
    if (abilities.updates()) {
      service.addProperty(language, term("SPARQL11Update"));
    }
  }

  private void features(Resource service) {
    Property feature = term("feature");
    switch (sizes.kind()) {
      case UNION -> service.addProperty(feature, term("UnionDefaultGraph"));
      case SEPARATE -> {
        // A default graph of its own is what SPARQL has without a feature.
      }
    }
    if (abilities.updates()) {
      service.addProperty(feature, term("EmptyGraphs"));
    }
    if (abilities.federation()) {
      service.addProperty(feature, term("BasicFederatedQuery"));
    }
  }

  private void formats(Resource service) {
    for (AnswerFormat format : AnswerFormat.values()) {
      registeredName(format).stream()
          .map(name -> model.createResource(FORMATS + name))
          .forEach(name -> service.addProperty(term("resultFormat"), name));
    }
    if (abilities.updates()) {
      READ.forEach(
          name -> service.addProperty(term("inputFormat"), model.createResource(FORMATS + name)));
    }
  }

  /** The name in the W3C's list of formats, if it is there. */
  private static List<String> registeredName(AnswerFormat format) {
    return switch (format) {
      case CSV -> List.of("SPARQL_Results_CSV");
      case TSV -> List.of("SPARQL_Results_TSV");
      case JSON -> List.of("SPARQL_Results_JSON");
      case XML -> List.of("SPARQL_Results_XML");
      case TURTLE -> List.of("Turtle");
      case NTRIPLES -> List.of("N-Triples");
      case JSONLD -> List.of("JSON-LD");
      case RDFXML -> List.of("RDF_XML");
      case TRIG -> List.of("TriG");
      case NQUADS -> List.of("N-Quads");
      case TABLE -> List.of();
    };
  }

  private Resource dataset(String address, Resource endpoint) {
    Resource dataset = model.createResource(address + "#dataset", term("Dataset"));
    dataset.addProperty(RDF.type, VOID.Dataset);
    dataset.addProperty(VOID.sparqlEndpoint, endpoint);
    dataset.addProperty(
        term("defaultGraph"), graph(address + "#default-graph", sizes.defaultGraph()));
    if (sizes.kind() == DefaultGraph.UNION) {
      dataset.addLiteral(VOID.triples, sizes.defaultGraph());
    }
    int number = 0;
    for (Map.Entry<Node, Long> graph : sizes.named().entrySet()) {
      number++;
      dataset.addProperty(
          term("namedGraph"), namedGraph(address, number, graph.getKey(), graph.getValue()));
    }
    return dataset;
  }

  private Resource namedGraph(String address, int number, Node name, long size) {
    Resource named = model.createResource(address + "#named-graph-" + number, term("NamedGraph"));
    named.addProperty(term("name"), model.createResource(name.getURI()));
    named.addProperty(term("graph"), graph(address + "#graph-" + number, size));
    return named;
  }

  private Resource graph(String iri, long size) {
    return model.createResource(iri, term("Graph")).addLiteral(VOID.triples, size);
  }

  private static Property term(String name) {
    return ResourceFactory.createProperty(SD, name);
  }
}
