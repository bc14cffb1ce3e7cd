package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.dramatis.ingest.Successors;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Terms;

/**
 * Values for a query, in which what was merged into something else is replaced by that. Who kept an
 * identifier is answered for what it stands for now, and told so.
 *
 * @param terms the values
 * @param warnings what was replaced
 */
public record FollowedTerms(Map<Var, Node> terms, List<Warning> warnings) {

  /**
   * Follows the values as a version of the data records it; that they have no successor is fine.
   */
  public static FollowedTerms of(Map<Var, Node> given, DatasetGraph dataset) {
    Map<Var, Node> terms = new LinkedHashMap<>(given);
    List<Warning> warnings = new ArrayList<>();
    terms.replaceAll((_, term) -> {
      if (!term.isURI()
          || !dataset.contains(ServiceRecord.GRAPH, term, ServiceRecord.IS_REPLACED_BY, Node.ANY)) {
        return term;
      }
      Node successor = Successors.of(dataset).last(term);
      warnings.add(
          new Warning(
              Warning.Code.GONE_IRI,
              "%s was replaced by %s; the answer is for that"
                  .formatted(Terms.show(term), Terms.show(successor))));
      return successor;
    });
    return new FollowedTerms(terms, List.copyOf(warnings));
  }

  /** Whether any value was replaced. */
  public boolean differ() {
    return !warnings.isEmpty();
  }
}
