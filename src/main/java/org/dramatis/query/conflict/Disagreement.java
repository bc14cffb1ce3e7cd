package org.dramatis.query.conflict;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.apache.jena.graph.Node;

/**
 * Claims that cannot all be right.
 *
 * @param subject what they are about
 * @param matter in what they disagree, or the rule that they break together
 * @param isWithin whether one source makes them all
 * @param claims the claims, of which there are two at least
 */
public record Disagreement(
    Node subject, String matter, boolean isWithin, SequencedSet<Node> claims) {

  /** Whether they are sides of the same question: within a source, all that break a rule are. */
  boolean isAbout(Disagreement other) {
    return subject.equals(other.subject)
        && matter.equals(other.matter)
        && isWithin == other.isWithin
        && (isWithin || other.claims.stream().anyMatch(claims::contains));
  }

  /** Both together. */
  Disagreement and(Disagreement other) {
    SequencedSet<Node> all = new LinkedHashSet<>(claims);
    all.addAll(other.claims);
    return new Disagreement(subject, matter, isWithin, all);
  }
}
