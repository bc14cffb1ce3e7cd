package org.dramatis.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which of some names was meant by another. */
final class Nearest {

  private static final int FARTHEST = 3;

  private Nearest() {}

  /** The one that differs by the fewest characters, if those are few. */
  static Optional<String> of(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(each -> distance(name, each)))
        .filter(best -> distance(name, best) <= FARTHEST);
  }

  /** How many characters have to be added, left out or replaced (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
