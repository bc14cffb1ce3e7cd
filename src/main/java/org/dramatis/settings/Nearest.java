package org.dramatis.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.dramatis.model.EditDistance;

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

  private static int distance(String name, String known) {
    return EditDistance.between(name, known, Math.max(name.length(), known.length()));
  }
}
