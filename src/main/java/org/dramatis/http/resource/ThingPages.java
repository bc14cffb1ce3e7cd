package org.dramatis.http.resource;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.entity.Dossier;
import org.dramatis.entity.Portrait;
import org.dramatis.http.page.DossierPage;
import org.dramatis.http.page.EntityPage;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.ProfilePage;
import org.dramatis.link.identifier.Lookup;
import org.dramatis.link.identifier.Schemes;

/** The pages of things. */
final class ThingPages {

  private ThingPages() {}

  /**
   * An entity is put together for people; all else, and an entity in full, is told as it stands.
   */
  static Page page(
      Portrait portrait, DatasetGraph dataset, AskedThing asked, Consumer<Triple> cost) {
    Map<String, String> formats = asked.address().formats(asked.same());
    Graph data = dataset.getDefaultGraph();
    return switch (asked.profile()) {
      case CONCISE ->
          Dossier.isOf(portrait.thing())
              ? DossierPage.of(
                  Dossier.of(data, portrait.thing(), cost),
                  new Lookup(dataset, Schemes.of(data)).all(portrait.thing()),
                  asked.links(),
                  asked.profiles(),
                  formats)
              : EntityPage.of(portrait, asked.links(), asked.profiles(), formats);
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
}
