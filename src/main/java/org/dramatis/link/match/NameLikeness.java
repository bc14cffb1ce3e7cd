package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dramatis.link.match.Profile.Form;
import org.dramatis.model.EditDistance;

/**
 * What it tells that two things are called so: the words that both names have weigh as much as they
 * are rare, those that only one has count against it.
 */
final class NameLikeness {

  /** What the best pair of names tells. */
  record Told(double bits, Supplier<String> words) {}

  /** A name of one thing is written the same by others mostly, and otherwise alike. */
  private static final double WRITTEN_THE_SAME = log2(0.75);

  private static final double WRITTEN_ALIKE = log2(0.2);

  /** Two with one name: by chance there are so many more than those that are seen. */
  private static final double MOST_UNSEEN = 1;

  private static final double LEAST_UNSEEN = 0.02;
  private static final double UNSEEN = 0.1;
  private static final double FURTHER_DIFFERENCE = 1;

  /**
   * How likely others leave a word out, or add one, does not depend on how rare the word is; only
   * that of little words is likelier.
   */
  private static final double MOST_OF_MISSING = 4;

  private static final double MISSING = 0.6;

  /** Others may know it by a name in another language. */
  private static final double ANOTHER_NAME = -4;

  private static final double A_LETTER = 0.85;
  private static final double TWO_LETTERS = 0.7;
  private static final double INITIAL = 0.4;

  private final Frequencies from;
  private final Frequencies to;

  NameLikeness(Frequencies from, Frequencies to) {
    this.from = from;
    this.to = to;
  }

  /** Compares all names of one with all of another. */
  Told of(Profile one, Profile other) {
    double logSize = log2(Math.max(2, to.size(one.kind())));
    Told best = new Told(ANOTHER_NAME, () -> "no name in common");
    if (one.forms().isEmpty() || other.forms().isEmpty()) {
      return new Told(0, () -> "");
    }
    for (Form a : one.forms()) {
      for (Form b : other.forms()) {
        Told told = a.key().equals(b.key()) ? same(a, logSize) : alike(a, b, logSize);
        if (told.bits() > best.bits()) {
          best = told;
        }
      }
    }
    return best;
  }

  private Told same(Form form, double logSize) {
    double information = form.words().stream().mapToDouble(this::information).sum();
    double seen = Math.max(from.name(form.key()), to.name(form.key())) - 1.0;
    double unseen =
        Math.clamp(UNSEEN * Math.pow(2, logSize - information), LEAST_UNSEEN, MOST_UNSEEN);
    return new Told(
        WRITTEN_THE_SAME + logSize - log2(Math.max(0, seen) + unseen),
        () -> "same name “%s”".formatted(form.key()));
  }

  /** Blanks are put elsewhere more often than letters. */
  private Told alike(Form a, Form b, double logSize) {
    if (a.joined().equals(b.joined())) {
      return similar(a, a, logSize);
    }
    return similar(a, b, logSize);
  }

  private Told similar(Form a, Form b, double logSize) {
    List<String> free = new ArrayList<>(b.words());
    double shared = 0;
    double missing = 0;
    int differences = 0;
    for (String word : a.words()) {
      String met = "";
      double best = 0;
      for (String other : free) {
        double alike = alike(word, other);
        if (alike > best) {
          best = alike;
          met = other;
        }
      }
      if (best == 0) {
        missing += missing(word);
      } else {
        free.remove(met);
        shared += best * Math.max(0, best < 1 ? information(met) : information(word));
        differences += best < 1 ? 1 : 0;
      }
    }
    missing += free.stream().mapToDouble(this::missing).sum();
    double bits =
        Math.min(shared, logSize - log2(LEAST_UNSEEN))
            + WRITTEN_ALIKE
            - FURTHER_DIFFERENCE * Math.max(0, differences - 1)
            - missing;
    return new Told(bits, () -> "similar names “%s” and “%s”".formatted(a.key(), b.key()));
  }

  private double missing(String word) {
    return Math.clamp(MISSING * information(word), 0, MOST_OF_MISSING);
  }

  private static double alike(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    int shorter = Math.min(one.length(), other.length());
    if (shorter == 1) {
      return one.charAt(0) == other.charAt(0) && Character.isLetter(one.charAt(0)) ? INITIAL : 0;
    }
    boolean number = Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0));
    int most = shorter < 4 || number ? 0 : shorter < 6 ? 1 : 2;
    if (most == 0) {
      return 0;
    }
    int letters = EditDistance.between(one, other, most);
    return letters > most ? 0 : letters == 1 ? A_LETTER : TWO_LETTERS;
  }

  /** How surprising a word is, in bits. */
  private double information(String word) {
    double all = to.size(Kind.OTHER) + (double) from.size(Kind.OTHER);
    return log2((all + 1) / (to.word(word) + from.word(word) + 0.5));
  }

  static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
