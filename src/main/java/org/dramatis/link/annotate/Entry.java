package org.dramatis.link.annotate;

import org.apache.jena.graph.Node;
import org.dramatis.link.search.Name;

/**
 * What may stand in a text for something.
 *
 * @param name of which it is made
 * @param form how it is made of it
 */
public record Entry(Name name, Form form) {

  /** How what stands in a text is made of a name. */
  public enum Form {
    /** It is the name. */
    NAME("name"),
    /**
     * It has no capital letter, or no letter at all, or is a kind with a number, and so means many
     * things: {@code the season}, {@code 1917}, {@code Season 2}.
     */
    DESCRIPTION("description"),
    /** It is the first or the last word of the name of a person or a character. */
    PART("part of a name");

    private final String title;

    Form(String title) {
      this.title = title;
    }

    /** What it is called. */
    public String title() {
      return title;
    }
  }

  /** What is called so. */
  public Node entity() {
    return name.entity();
  }

  /** The name as it is written. */
  static Entry of(Name name) {
    boolean told =
        Casing.of(name.text()) != Casing.SMALL
            && name.text().codePoints().anyMatch(Character::isLetter);
    return told ? new Entry(name, Form.NAME) : description(name);
  }

  /** A name that many things have. */
  static Entry description(Name name) {
    return new Entry(name, Form.DESCRIPTION);
  }
}
