package org.dramatis.http.description;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Namespaces;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.History;
import org.dramatis.store.Preview;
import org.dramatis.store.Snapshot;
import org.dramatis.store.statistics.Counts;
import org.dramatis.store.statistics.Statistics;

/**
 * What the service tells of itself and of a version of its data: as a document, and as a graph that
 * queries find which ask for it.
 *
 * @param history the versions
 * @param counts how much there is in each
 * @param catalogue the published queries
 * @param abilities what the service can do
 */
public record Description(
    History history, Counts counts, Supplier<Catalogue> catalogue, Abilities abilities) {

  private static final Node GRAPH = NodeFactory.createURI(Namespaces.DESCRIPTION);

  /** The address of the service as a client has called it, without the last stroke. */
  public static String root(HttpServletRequest request) {
    StringBuffer url = request.getRequestURL();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  /**
   * The description.
   *
   * @param check is run again and again, and may throw to give it up
   * @param root the address of the service
   */
  public Graph of(Snapshot snapshot, Runnable check, String root) {
    Statistics statistics = counts.of(snapshot, check);
    Site site =
        new Site(
            root,
            snapshot.version(),
            history.outline().time(snapshot.version()),
            abilities.updates());
    Model model = Words.model();
    ServiceDescription.describe(model, site, statistics, snapshot.defaultGraph(), abilities);
    DataDescription.describe(model, site, statistics, snapshot.dataset().getDefaultGraph());
    Catalog.describe(model, site);
    Examples.describe(model, site, catalogue.get());
    return model.getGraph();
  }

  /**
   * A version with the description laid over it, as a graph of its own and in the union of all. It
   * is read in the place of the snapshot and closed with that. Where the default graph is one of
   * its own, nothing is laid over.
   */
  public Snapshot over(Snapshot snapshot, Runnable check, String root) {
    return switch (snapshot.defaultGraph()) {
      case SEPARATE -> snapshot;
      case UNION -> {
        Preview preview = new Preview(snapshot);
        preview.apply(
            new Change(
                Change.PROJECT,
                "what the service tells of itself",
                of(snapshot, check, root)
                    .find()
                    .mapWith(triple -> Quad.create(GRAPH, triple))
                    .toList(),
                List.of()));
        yield new Snapshot(snapshot.version(), preview, DefaultGraph.UNION, snapshot.created());
      }
    };
  }
}
