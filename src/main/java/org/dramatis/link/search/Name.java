package org.dramatis.link.search;

import org.apache.jena.graph.Node;

/**
 * One way to call something.
 *
 * @param entity what is called so, an IRI
 * @param text the name as it is written
 * @param language the tag of its language in lower case; empty if none is said
 * @param kind what the name is
 */
public record Name(Node entity, String text, String language, Kind kind) {

  /** What a name is, the better first. */
  public enum Kind {
    /** By which the entity is listed. */
    LABEL("label", 1),
    /** That a source uses. */
    NAME("name", 0.995),
    /** As it stands in the credits. */
    CREDITED("credited name", 0.97);

    private final String title;
    private final double worth;

    Kind(String title, double worth) {
      this.title = title;
      this.worth = worth;
    }

    /** What it is called. */
    public String title() {
      return title;
    }

    /** What a match with it counts, from 0 to 1. */
    public double worth() {
      return worth;
    }
  }
}
