package org.dramatis.http.page.picture;

/**
 * What a picture takes up, with y downwards.
 *
 * @param left the smallest x
 * @param top the smallest y
 * @param right the largest x
 * @param bottom the largest y
 */
public record Box(double left, double top, double right, double bottom) {

  /** How wide it is. */
  public double width() {
    return right - left;
  }

  /** How high it is. */
  public double height() {
    return bottom - top;
  }

  /** The least box around this and a point. */
  Box with(double x, double y) {
    return new Box(Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
  }

  /** A box that is larger by so much on each side. */
  Box padded(double by) {
    return new Box(left - by, top - by, right + by, bottom + by);
  }
}
