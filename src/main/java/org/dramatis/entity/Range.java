package org.dramatis.entity;

/**
 * A part of a text in Unicode code points.
 *
 * @param start the offset of the first, counted from 0
 * @param end the offset after the last
 */
public record Range(int start, int end) {

  /** How many code points it has. */
  public int length() {
    return end - start;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return start < 0 || end <= start;
  }

  @Override
  public String toString() {
    return start + "–" + end;
  }
}
