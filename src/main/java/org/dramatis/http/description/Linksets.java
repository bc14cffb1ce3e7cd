package org.dramatis.http.description;

import java.util.Comparator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.dramatis.link.identifier.Scheme;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.store.statistics.Statistics;
import org.dramatis.store.statistics.Tally;
import org.dramatis.store.statistics.Tally.Of;

/**
 * What leads to the data of others: statements that something here is what they have named, and the
 * identifiers that they have given it.
 */
record Linksets(Model model, Site site, Statistics statistics) {

  private static final int MOST = 200;

  /**
   * Describes them.
   *
   * @param data all graphs together, where the schemes of identifiers are described
   */
  void describe(Graph data) {
    statistics
        .all(Tally.Link.class)
        .sorted(
            Comparator.comparingLong((Tally.Link link) -> -statistics.of(link))
                .thenComparing(Tally.Link::toString))
        .limit(MOST)
        .forEach(link -> {
          Node space = NodeFactory.createURI(link.space());
          Resource target =
              model.createResource(site.at("/#linked-" + Words.fragment(space)), VOID.Dataset);
          target.addProperty(VOID.uriSpace, link.space());
          linkset(
              Words.fragment(link.property(), space), link.property(), target, statistics.of(link));
        });
    for (Scheme scheme : Schemes.of(data).all()) {
      long links = statistics.of(new Tally.OfProperty(scheme.property(), Of.STATEMENTS));
      if (links > 0) {
        Resource target =
            model.createResource(
                site.at("/#identified-" + Words.fragment(scheme.property())), VOID.Dataset);
        target.addProperty(DCTerms.title, scheme.label(), "en");
        scheme
            .template()
            .map(address -> address.substring(0, Math.max(0, address.indexOf("$1"))))
            .filter(space -> !space.isEmpty())
            .ifPresent(space -> target.addProperty(VOID.uriSpace, space));
        linkset(Words.fragment(scheme.property()), scheme.property(), target, links);
      }
    }
  }

  private void linkset(String name, Node property, Resource target, long links) {
    Resource dataset = model.createResource(site.dataset());
    Resource linkset = model.createResource(site.at("/#links-" + name), VOID.Linkset);
    linkset
        .addProperty(VOID.linkPredicate, model.asRDFNode(property))
        .addProperty(VOID.subjectsTarget, dataset)
        .addProperty(VOID.objectsTarget, target)
        .addProperty(VOID.triples, Words.number(links));
    dataset.addProperty(VOID.subset, linkset);
  }
}
