package org.dramatis.link.reconcile;

/**
 * One reason for a score.
 *
 * @param id what was compared
 * @param name how it came out, in words
 * @param value from 0, which is not at all, to 100, which is exactly
 * @param weight how much it counts beside the others
 */
public record Feature(String id, String name, double value, double weight) {

  /** From this on it is as good as the same. */
  private static final double SAME = 96;

  /** Whether nothing is left to doubt. */
  public boolean isCertain() {
    return value >= SAME;
  }
}
