package org.dramatis.link.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dramatis.model.EditDistance;

/**
 * How well a name is what somebody typed.
 *
 * @param score from 0, which is nothing in common, to 1, which is the same
 * @param why in a few words for the one who searches
 */
record Match(double score, String why) {

  private static final double BY_ACCENTS = 0.99;
  private static final double ALL_WORDS = 0.98;
  private static final double LEAST_OF_A_PREFIX = 0.7;
  private static final double ONE_LETTER_OFF = 0.85;
  private static final double PER_FURTHER_LETTER = 0.15;

  /** What the words of a name cost that were not typed. */
  private static final double REST = 0.3;

  /** How a word that was typed is met by one of the name. */
  private record Met(double quality, int index, int letters) {}

  /** How many letters may be wrong in a word: in a short one each counts. */
  static int typos(String word) {
    int length = word.codePointCount(0, word.length());
    return length < 3 ? 0 : length < 6 ? 1 : 2;
  }

  /** Compares what was typed with a name. */
  static Match of(String typed, String name) {
    if (typed.strip().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
      return new Match(1, "the same name");
    }
    List<String> wanted = Folding.words(typed);
    List<String> there = Folding.words(name);
    if (wanted.isEmpty() || there.isEmpty()) {
      return new Match(0, "nothing in common");
    }
    if (wanted.equals(there)) {
      return new Match(BY_ACCENTS, "the same but for accents and punctuation");
    }
    return compare(wanted, there);
  }

  private static Match compare(List<String> wanted, List<String> there) {
    List<String> free = new ArrayList<>(there);
    double met = 0;
    int typed = 0;
    int covered = 0;
    int missing = 0;
    int wrong = 0;
    boolean begun = false;
    for (String word : wanted) {
      Met best = best(word, free);
      typed += word.length();
      met += best.quality() * word.length();
      if (best.quality() == 0) {
        missing++;
      } else {
        // What is missing of a word has lowered the quality already.
        covered += free.get(best.index()).length();
        wrong += best.letters();
        begun |= best.letters() == 0 && !free.get(best.index()).equals(word);
        free.remove(best.index());
      }
    }
    double whole = (double) covered / there.stream().mapToInt(String::length).sum();
    double score = ALL_WORDS * met / typed * (1 - REST + REST * whole);
    return new Match(score, why(missing, wrong, begun, wanted.size()));
  }

  private static String why(int missing, int wrong, boolean begun, int words) {
    if (missing > 0) {
      return "%d of %d words".formatted(words - missing, words);
    }
    if (wrong > 0) {
      return wrong == 1 ? "one letter differs" : "%d letters differ".formatted(wrong);
    }
    return begun ? "begins so" : "has these words";
  }

  private static Met best(String word, List<String> names) {
    Met best = new Met(0, 0, 0);
    for (int i = 0; i < names.size(); i++) {
      Met met = meet(word, names.get(i), i);
      if (met.quality() > best.quality()) {
        best = met;
      }
    }
    return best;
  }

  private static Met meet(String word, String name, int index) {
    if (name.equals(word)) {
      return new Met(1, index, 0);
    }
    if (name.startsWith(word)) {
      double share = (double) word.length() / name.length();
      return new Met(LEAST_OF_A_PREFIX + (1 - LEAST_OF_A_PREFIX) * share, index, 0);
    }
    int most = typos(word);
    int letters = most == 0 ? 1 : EditDistance.between(word, name, most);
    return letters <= most
        ? new Met(ONE_LETTER_OFF - PER_FURTHER_LETTER * (letters - 1), index, letters)
        : new Met(0, index, 0);
  }
}
