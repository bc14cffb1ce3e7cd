package org.dramatis.link.reconcile;

/**
 * How the name of a candidate compares to what was asked.
 *
 * @param likeness from 0 to 1
 * @param name the one that was compared
 * @param why in a few words
 */
record NameMatch(double likeness, String name, String why) {

  static final NameMatch NONE = new NameMatch(0, "", "another name");

  /** How it compares, and with which name. */
  String words() {
    return name.isEmpty() ? why : why + ", “" + name + "”";
  }
}
