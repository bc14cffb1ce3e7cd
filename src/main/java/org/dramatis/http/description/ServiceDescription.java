package org.dramatis.http.description;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.dramatis.model.DefaultGraph;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.function.Functions;
import org.dramatis.store.statistics.Statistics;
import org.dramatis.store.statistics.Tally;

/** The service in the terms of SPARQL 1.1 Service Description. */
final class ServiceDescription {

  /** More graphs than these are not listed one by one. */
  private static final int MOST_GRAPHS = 1000;

  private static final List<String> READ = List.of("Turtle", "TriG", "N-Triples", "N-Quads");

  private final Model model;
  private final Site site;
  private final Statistics statistics;
  private final DefaultGraph kind;
  private final Abilities abilities;

  private ServiceDescription(
      Model model, Site site, Statistics statistics, DefaultGraph kind, Abilities abilities) {
    this.model = model;
    this.site = site;
    this.statistics = statistics;
    this.kind = kind;
    this.abilities = abilities;
  }

  static void describe(
      Model model, Site site, Statistics statistics, DefaultGraph kind, Abilities abilities) {
    new ServiceDescription(model, site, statistics, kind, abilities).describe();
  }

  private void describe() {
    Resource endpoint = model.createResource(site.endpoint());
    Resource service = model.createResource(site.endpoint() + "#service", sd("Service"));
    service.addProperty(sd("endpoint"), endpoint);
    languages(service);
    features(service);
    formats(service);
    Functions.offered()
        .forEach(iri ->
            service.addProperty(
                sd("extensionFunction"), model.createResource(iri, sd("Function"))));
    service.addProperty(sd("defaultDataset"), dataset(endpoint));
  }

  private void languages(Resource service) {
    Property language = sd("supportedLanguage");
    service.addProperty(language, sd("SPARQL10Query"));
    service.addProperty(language, sd("SPARQL11Query"));
    if (abilities.updates()) {
      service.addProperty(language, sd("SPARQL11Update"));
    }
  }

  private void features(Resource service) {
    Property feature = sd("feature");
    switch (kind) {
      case UNION -> service.addProperty(feature, sd("UnionDefaultGraph"));
      case SEPARATE -> {
        // A default graph of its own is what SPARQL has without a feature.
      }
    }
    if (abilities.updates()) {
      service.addProperty(feature, sd("EmptyGraphs"));
    }
    if (abilities.federation()) {
      service.addProperty(feature, sd("BasicFederatedQuery"));
    }
  }

  private void formats(Resource service) {
    for (AnswerFormat format : AnswerFormat.values()) {
      registeredName(format).stream()
          .map(name -> model.createResource(Words.FORMATS + name))
          .forEach(name -> service.addProperty(sd("resultFormat"), name));
    }
    if (abilities.updates()) {
      READ.forEach(name ->
          service.addProperty(sd("inputFormat"), model.createResource(Words.FORMATS + name)));
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

  private Resource dataset(Resource endpoint) {
    Resource dataset = model.createResource(site.endpoint() + "#dataset", sd("Dataset"));
    dataset.addProperty(RDF.type, VOID.Dataset);
    dataset.addProperty(VOID.sparqlEndpoint, endpoint);
    long all = statistics.of(new Tally.OfAll(Tally.Of.STATEMENTS));
    dataset.addProperty(sd("defaultGraph"), graph(site.endpoint() + "#default-graph", all));
    if (kind == DefaultGraph.UNION) {
      dataset.addProperty(VOID.triples, Words.number(all));
    }
    statistics
        .all(Tally.OfGraph.class)
        .filter(tally -> tally.graph().isURI())
        .sorted(Comparator.comparing(tally -> tally.graph().getURI()))
        .limit(MOST_GRAPHS)
        .forEach(tally ->
            dataset.addProperty(sd("namedGraph"), namedGraph(tally.graph(), statistics.of(tally))));
    return dataset;
  }

  private Resource namedGraph(Node name, long size) {
    String fragment = Words.fragment(name);
    Resource named =
        model.createResource(site.endpoint() + "#named-graph-" + fragment, sd("NamedGraph"));
    named.addProperty(sd("name"), model.createResource(name.getURI()));
    named.addProperty(sd("graph"), graph(site.endpoint() + "#graph-" + fragment, size));
    return named;
  }

  private Resource graph(String iri, long size) {
    return model.createResource(iri, sd("Graph")).addProperty(VOID.triples, Words.number(size));
  }

  private static Property sd(String name) {
    return Words.sd(name);
  }
}
