package org.dramatis.query.mistake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
public final class Spelling {

  private static final int SHORT = 4;
  private static final int LONG = 9;
  private static final int LONGEST = 80;

  private Spelling() {}

  /** The nearest of the words, if one is near enough to be meant. Case counts between equals. */
  public static Optional<String> nearest(String word, Collection<String> words) {
    if (word.length() < 2 || word.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = word.toLowerCase(Locale.ROOT);
    int most = word.length() <= SHORT ? 1 : word.length() < LONG ? 2 : 3;
    return words.stream()
        .map(known ->
            new Candidate(
                known,
                distance(wanted, known.toLowerCase(Locale.ROOT), most),
                distance(word, known, LONGEST)))
        .filter(candidate -> candidate.distance <= most)
        .min(
            Comparator.comparingInt(Candidate::distance)
                .thenComparingInt(Candidate::withCase)
                .thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  private record Candidate(String word, int distance, int withCase) {}

  /** Letters left out, put in, changed or swapped with their neighbour; exact up to a bound. */
  static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] twoBefore = new int[b.length() + 1];
    int[] before = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(before[j], row[j - 1]) + 1, before[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
        }
      }
      int[] free = twoBefore;
      twoBefore = before;
      before = row;
      row = free;
    }
    return before[b.length()];
  }
}
