package org.dramatis.link.match;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What speaks for and against two being one, in bits: each doubles or halves the odds.
 *
 * @param parts the reasons
 */
record Score(List<Part> parts) {

  /**
   * One reason.
   *
   * @param words asked for only where a person will read them: few of all comparisons
   */
  record Part(double bits, Supplier<String> words) {
    private String write() {
      return String.format(Locale.ROOT, "%s (%+.1f)", words.get(), bits);
    }
  }

  double bits() {
    double sum = 0;
    for (Part part : parts) {
      sum += part.bits();
    }
    return sum;
  }

  double probability() {
    return 1 / (1 + Math.pow(2, -bits()));
  }

  /** The reasons in words, the weightiest first. */
  List<String> evidence() {
    return parts.stream()
        .sorted(
            Comparator.comparingDouble((Part part) -> -Math.abs(part.bits()))
                .thenComparing(part -> part.words().get()))
        .map(Part::write)
        .toList();
  }
}
