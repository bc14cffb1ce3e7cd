package org.dramatis.link.search;

import org.apache.jena.graph.Node;

/**
 * An entity that was found.
 *
 * @param entity its IRI
 * @param matched the name by which it was found
 * @param score how well that fits, from 0 to 1
 * @param why in a few words
 */
public record Hit(Node entity, Name matched, double score, String why) {

  /** Where it stands in the answer. */
  public Question.Place place() {
    return new Question.Place(score, entity.getURI());
  }
}
