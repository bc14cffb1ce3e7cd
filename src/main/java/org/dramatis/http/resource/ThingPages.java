package org.dramatis.http.resource;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.entity.Dossier;
import org.dramatis.entity.Portrait;
import org.dramatis.entity.ontology.Kind;
import org.dramatis.entity.ontology.Ontology;
import org.dramatis.entity.ontology.Term;
import org.dramatis.http.page.DossierPage;
import org.dramatis.http.page.EntityPage;
import org.dramatis.http.page.OntologyPage;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.ProfilePage;
import org.dramatis.link.identifier.Lookup;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Mentions;
import org.dramatis.query.conflict.Disagreements;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;
import org.dramatis.store.statistics.Statistics;
import org.dramatis.store.statistics.Tally;

/**
 * The pages of things.
 *
 * @param runner asks the published queries on conflicts
 * @param catalogue the published queries
 */
public record ThingPages(QueryRunner runner, Supplier<Catalogue> catalogue) {

  /**
   * An entity and the vocabulary are put together for people; all else, and an entity in full, is
   * told as it stands.
   *
   * @param dataset the same as the snapshot, read within the budget
   * @param statistics how much there is of what, counted when it is asked for
   */
  Page page(
      Portrait portrait,
      Snapshot snapshot,
      DatasetGraph dataset,
      Supplier<Statistics> statistics,
      AskedThing asked,
      Budget budget)
      throws IOException, QueryFailedException {
    Consumer<Triple> cost = triple -> budget.charge(Sizes.of(triple));
    Map<String, String> formats = asked.address().formats(asked.same());
    Graph data = dataset.getDefaultGraph();
    return switch (asked.profile()) {
      case CONCISE -> {
        if (Dossier.isOf(portrait.thing())) {
          Dossier dossier = Dossier.of(data, portrait.thing(), cost);
          yield DossierPage.of(
              dossier,
              Disagreements.about(
                  runner, catalogue.get(), snapshot, budget, dossier.sources(), portrait.thing()),
              new Lookup(dataset, Schemes.of(data)).all(portrait.thing()),
              asked.links(),
              asked.profiles(),
              formats);
        }
        if (Ontology.isOne(data, portrait.thing())) {
          Ontology ontology = Ontology.of(data, portrait.thing(), cost);
          yield OntologyPage.of(
              ontology,
              uses(ontology, statistics.get()),
              Mentions.in(catalogue.get().queries()),
              asked.links(),
              asked.profiles(),
              formats);
        }
        yield EntityPage.of(portrait, asked.links(), asked.profiles(), formats);
      }
      case FULL -> EntityPage.of(portrait, asked.links(), asked.profiles(), formats);
      case FLAT, SCHEMA ->
          ProfilePage.of(
              portrait,
              Profiles.graph(portrait, data, asked.profile(), cost),
              asked.same(),
              asked.profiles(),
              formats);
    };
  }

  private static Map<Node, Long> uses(Ontology ontology, Statistics statistics) {
    Map<Node, Long> uses = new HashMap<>();
    ontology.all(Kind.CLASS).stream()
        .map(Term::node)
        .forEach(term -> uses.put(term, statistics.of(new Tally.OfClass(term))));
    Stream.of(Kind.values())
        .filter(Kind::isProperty)
        .flatMap(kind -> ontology.all(kind).stream())
        .map(Term::node)
        .forEach(
            term -> uses.put(term, statistics.of(new Tally.OfProperty(term, Tally.Of.STATEMENTS))));
    return uses;
  }
}
