package org.dramatis.link.search;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What somebody looks for.
 *
 * @param text what was typed
 * @param types the classes of which it has one; none if any will do
 * @param language the language of the name, by its tag or the beginning of it, if one is wanted;
 *     names without a language are found with every one
 * @param limit how many entities are wanted at most, from 1 to {@link #MOST}
 * @param after the last one that is known already
 */
public record Question(
    String text, Set<Node> types, Optional<String> language, int limit, Optional<Place> after) {

  /** How many entities an answer has at most. */
  public static final int MOST = 100;

  /**
   * Where an entity stands in an answer.
   *
   * @param score how well it fits
   * @param iri what comes first among those that fit as well
   */
  public record Place(double score, String iri) {}

  /** Refuses a number that no answer has. */
  public Question {
    types = Set.copyOf(types);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("from 1 to %d entities, not %d".formatted(MOST, limit));
    }
  }
}
