package org.dramatis.model;

/**
 * The number of a committed change, counted from 1 without gaps; {@link #NONE} before the first.
 */
public record Version(long number) implements Comparable<Version> {

  /** The state before any change. */
  public static final Version NONE = new Version(0);

  /** Refuses a negative number. */
  public Version {
    if (number < 0) {
      throw new IllegalArgumentException("a version is never negative: " + number);
    }
  }

  /** The version that the next change will make. */
  public Version next() {
    return new Version(number + 1);
  }

  @Override
  public int compareTo(Version other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
