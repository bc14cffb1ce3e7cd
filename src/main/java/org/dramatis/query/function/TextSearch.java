package org.dramatis.query.function;

import org.dramatis.query.budget.Budget;

/** Finds a text in a text without ever going back in it, as Knuth, Morris and Pratt do. */
final class TextSearch {

  private TextSearch() {}

  /** The first place of the part, which is not empty, or -1. */
  static int find(String part, String text, Budget budget) {
    long bytes = (long) Integer.BYTES * part.length();
    budget.charge(bytes);
    try {
      int[] borders = borders(part, budget);
      int matched = 0;
      for (int i = 0; i < text.length(); i++) {
        matched = next(part, borders, matched, text.charAt(i));
        budget.step();
        if (matched == part.length()) {
          return i + 1 - matched;
        }
      }
      return -1;
    } finally {
      budget.release(bytes);
    }
  }

  /**
   * For each beginning of the text, the length of its longest shorter beginning that also ends it.
   */
  private static int[] borders(String part, Budget budget) {
    int[] borders = new int[part.length()];
    for (int i = 1; i < part.length(); i++) {
      budget.step();
      borders[i] = next(part, borders, borders[i - 1], part.charAt(i));
    }
    return borders;
  }

  private static int next(String part, int[] borders, int matched, char c) {
    int length = matched;
    while (length > 0 && part.charAt(length) != c) {
      length = borders[length - 1];
    }
    return part.charAt(length) == c ? length + 1 : length;
  }
}
