package org.dramatis.link.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.link.search.OpenNames;
import org.dramatis.link.search.Search;
import org.dramatis.link.search.Summary;

/**
 * Finds the entities that may be what somebody has, and tells how likely each is.
 *
 * @param graph all that is known
 * @param names of the same version
 */
public record Matcher(Graph graph, OpenNames names) {

  /** As near as that, two candidates are rivals and neither is certain. */
  private static final double RIVAL = 5;

  /** With an identifier the name need only be similar. */
  private static final double SIMILAR = 60;

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .reversed()
          .thenComparing(scored -> scored.entity().getURI());

  private record Scored(Node entity, double score, NameMatch name, List<Part> parts) {}

  /** The candidates, the best first, among equals by their IRI. */
  public List<Candidate> candidates(ReconciliationQuery query) throws IOException {
    Scoring scoring = new Scoring(graph, query);
    List<Scored> scored = new ArrayList<>();
    for (Map.Entry<Node, NameMatch> found : new Retrieval(graph, names).find(query).entrySet()) {
      Set<Node> types = types(found.getKey());
      if (query.types().allow(types)) {
        scoring
            .parts(found.getKey(), types, found.getValue())
            .map(parts -> new Scored(found.getKey(), score(parts), found.getValue(), parts))
            .filter(one -> one.score() > 0)
            .ifPresent(scored::add);
      }
    }
    scored.sort(BEST_FIRST);
    boolean alone = scored.size() < 2 || scored.get(0).score() - scored.get(1).score() > RIVAL;
    List<Candidate> candidates = new ArrayList<>();
    for (Scored one : scored.subList(0, Math.min(query.limit(), scored.size()))) {
      boolean match = alone && candidates.isEmpty() && isSafe(query, one);
      candidates.add(describe(one, match, query.language()));
    }
    return candidates;
  }

  private Set<Node> types(Node entity) {
    Set<Node> types = new HashSet<>();
    graph
        .find(entity, RDF.type.asNode(), Node.ANY)
        .forEachRemaining(triple -> types.add(triple.getObject()));
    return types;
  }

  private static double score(List<Part> parts) {
    double weights = parts.stream().mapToDouble(Part::weight).sum();
    double sum = parts.stream().mapToDouble(each -> each.value() * each.weight()).sum();
    return weights == 0 ? 0 : Scoring.rounded(sum / weights);
  }

  /**
   * A name alone is never enough: there are people of one name, and works too. With an identifier
   * that holds it need only be similar; with anything else that was asked for, all has to fit.
   */
  private static boolean isSafe(ReconciliationQuery query, Scored best) {
    boolean others =
        best.parts().stream()
            .filter(part -> !part.id().equals(Scoring.NAME))
            .allMatch(part -> Part.isCertain(part.value()));
    if (!others) {
      return false;
    }
    boolean identified =
        query.ids().contains(best.entity())
            || query.names().contains(best.entity().getURI())
            || query.conditions().stream().anyMatch(Matcher::identifies);
    double name = best.name().likeness() * 100;
    if (identified) {
      return query.names().isEmpty() || name >= SIMILAR;
    }
    boolean more =
        !query.conditions().isEmpty() || !(query.types() instanceof ReconciliationQuery.Types.Any);
    return more && !query.names().isEmpty() && Part.isCertain(name);
  }

  private static boolean identifies(Condition condition) {
    return condition.property().identifies() && condition.quantifier() != Condition.Quantifier.NONE;
  }

  private Candidate describe(Scored one, boolean match, Optional<String> language) {
    Summary summary = Search.summary(graph, one.entity(), language);
    String name =
        summary
            .label()
            .orElseGet(
                () -> one.name().name().isEmpty() ? one.entity().getURI() : one.name().name());
    return new Candidate(
        one.entity(),
        name,
        summary,
        one.score(),
        match,
        one.parts().stream().map(Part::feature).toList());
  }
}
