package org.dramatis.link.reconcile;

import java.util.function.Supplier;

/**
 * One comparison of a candidate with what was asked; most candidates are not shown, and so need no
 * words.
 *
 * @param id what was compared
 * @param value from 0 to 100
 * @param weight how much it counts beside the others
 * @param words how it came out
 */
record Part(String id, double value, double weight, Supplier<String> words) {

  /** From this on it is as good as the same. */
  private static final double SAME = 96;

  /** Whether a value leaves nothing to doubt. */
  static boolean isCertain(double value) {
    return value >= SAME;
  }

  /** As it is shown. */
  Feature feature() {
    return new Feature(id, words.get(), value);
  }

  /** The same under another id. */
  Part called(String other) {
    return new Part(other, value, weight, words);
  }
}
