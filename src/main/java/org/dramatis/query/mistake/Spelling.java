package org.dramatis.query.mistake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.model.EditDistance;

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
                EditDistance.between(wanted, known.toLowerCase(Locale.ROOT), most),
                EditDistance.between(word, known, LONGEST)))
        .filter(candidate -> candidate.distance <= most)
        .min(
            Comparator.comparingInt(Candidate::distance)
                .thenComparingInt(Candidate::withCase)
                .thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  private record Candidate(String word, int distance, int withCase) {}
}
