package org.dramatis.http.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Version;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.conflict.Disagreement;
import org.dramatis.query.conflict.Disagreements;
import org.dramatis.query.problem.QueryFailedException;

/** The disagreements of a version; those that were asked for last are kept. */
public final class Conflicts {

  private record Known(Version version, List<Disagreement> disagreements) {}

  private final QueryRunner runner;
  private final Supplier<Catalogue> catalogue;
  private volatile Optional<Known> last = Optional.empty();

  /** Finds them by the queries of a catalogue. */
  public Conflicts(QueryRunner runner, Supplier<Catalogue> catalogue) {
    this.runner = runner;
    this.catalogue = catalogue;
  }

  /** Those of the version of a page. */
  List<Disagreement> of(VersionedPage.Made page) throws IOException, QueryFailedException {
    Version version = page.snapshot().version();
    Optional<Known> known = last.filter(each -> each.version().equals(version));
    if (known.isPresent()) {
      return known.get().disagreements();
    }
    List<Disagreement> found =
        Disagreements.find(runner, catalogue.get(), page.snapshot(), page.budget(), sources(page));
    last = Optional.of(new Known(version, found));
    return found;
  }

  /** The claims that take part in them. */
  Set<Node> claims(VersionedPage.Made page) throws IOException, QueryFailedException {
    return of(page).stream()
        .flatMap(each -> each.claims().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All sources. */
  static List<Node> sources(VersionedPage.Made page) {
    return page
        .dataset()
        .getDefaultGraph()
        .find(Node.ANY, RDF.type.asNode(), Classes.SOURCE)
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .distinct()
        .sorted(TermOrder.INSTANCE)
        .toList();
  }
}
