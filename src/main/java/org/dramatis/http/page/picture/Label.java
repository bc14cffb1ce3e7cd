package org.dramatis.http.page.picture;

import java.util.List;

/**
 * A text beside its spot.
 *
 * @param text what is drawn
 * @param x where it begins, or ends if it leads to there
 * @param y the middle of its height
 * @param turn by how many degrees it is turned clockwise around that point
 * @param ends whether it ends there instead of beginning
 */
public record Label(String text, double x, double y, double turn, boolean ends) {

  /** The height of the letters. */
  public static final double SIZE = 12;

  /** The height of a line. */
  public static final double LINE = 16;

  /** A point of the picture. */
  record Corner(double x, double y) {}

  /** The corners of the room that it takes. */
  List<Corner> corners() {
    double width = TextWidth.of(text) * SIZE;
    double from = ends ? -width : 0;
    double half = SIZE / 2;
    return List.of(
        turned(from, -half),
        turned(from + width, -half),
        turned(from + width, half),
        turned(from, half));
  }

  private Corner turned(double along, double across) {
    double angle = Math.toRadians(turn);
    return new Corner(
        x + along * Math.cos(angle) - across * Math.sin(angle),
        y + along * Math.sin(angle) + across * Math.cos(angle));
  }
}
