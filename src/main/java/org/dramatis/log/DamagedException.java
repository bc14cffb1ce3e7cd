package org.dramatis.log;

/** What stands in a file is not what was written there. */
final class DamagedException extends Exception {

  private static final long serialVersionUID = 1L;

  DamagedException(String why) {
    super(why);
  }

  /** What is wrong, as the end of a sentence about the entry. */
  String why() {
    return String.valueOf(getMessage());
  }
}
