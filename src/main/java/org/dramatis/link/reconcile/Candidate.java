package org.dramatis.link.reconcile;

import java.util.List;
import org.apache.jena.graph.Node;
import org.dramatis.link.search.Summary;

/**
 * An entity that may be what is looked for.
 *
 * @param entity its IRI
 * @param name what it is called
 * @param summary what else it is
 * @param score from 0 to 100, where all that was asked for is met exactly
 * @param match whether it can be taken without looking
 * @param features why, each with its share
 */
public record Candidate(
    Node entity,
    String name,
    Summary summary,
    double score,
    boolean match,
    List<Feature> features) {

  /** Copies the list. */
  public Candidate {
    features = List.copyOf(features);
  }
}
