package org.dramatis.link.match;

import java.util.List;

/**
 * Two entities that may be one.
 *
 * @param from of the data that is linked
 * @param to of the data to which it is linked
 * @param method how that was found
 * @param score how likely it is, from 0 to 1
 * @param evidence the reasons, in words, the weightiest first
 */
public record Match(Entity from, Entity to, Method method, double score, List<String> evidence) {

  /** How a link comes about. */
  public enum Method {
    /** A catalogue calls both the same. */
    IDENTIFIER("shared identifier"),
    /** All that is known of both was weighed. */
    WEIGHED("weighed evidence"),
    /** A person looked at it. */
    PERSON("decision of a person");

    private final String words;

    Method(String words) {
      this.words = words;
    }

    /** What it is called. */
    public String words() {
      return words;
    }
  }
}
