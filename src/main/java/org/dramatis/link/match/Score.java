package org.dramatis.link.match;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What speaks for and against two being one, in bits: each doubles or halves the odds.
 *
 * @param parts the reasons
 */
record Score(List<Part> parts) {

  /** One reason. */
  record Part(double bits, String words) {
    private String write() {
      return String.format(Locale.ROOT, "%s (%+.1f)", words, bits);
    }
  }

  double bits() {
    return parts.stream().mapToDouble(Part::bits).sum();
  }

  double probability() {
    return 1 / (1 + Math.pow(2, -bits()));
  }

  /** The reasons in words, the weightiest first. */
  List<String> evidence() {
    return parts.stream()
        .sorted(
            Comparator.comparingDouble((Part part) -> -Math.abs(part.bits()))
                .thenComparing(Part::words))
        .map(Part::write)
        .toList();
  }
}
