package org.dramatis.http.page.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A hierarchy that grows from left to right: each leaf has a line of its own, and what is above
 * stands at the middle of what is below. A column is as wide as its widest label, so none covers
 * another.
 *
 * @param box what the picture takes up
 * @param knots what stands where
 * @param branches the lines between, each as the path of an SVG
 */
public record Tree(Box box, List<Knot> knots, List<String> branches) {

  private static final double LINE = 26;
  private static final double BETWEEN = 46;
  private static final double BESIDE = 6;
  private static final double MARGIN = 10;

  /** Takes copies of the lists. */
  public Tree {
    knots = List.copyOf(knots);
    branches = List.copyOf(branches);
  }

  /**
   * What a tree is made of.
   *
   * @param number how many there are of it
   * @param anchor where on its page it is explained
   * @param below what belongs to it
   */
  public record Twig(String label, long number, String anchor, List<Twig> below) {

    private int depth() {
      return 1 + below.stream().mapToInt(Twig::depth).max().orElse(0);
    }
  }

  /** What is written of a twig, beginning at a point at the middle of its height. */
  public record Knot(Twig twig, double x, double y) {

    /** The number beside the label. */
    public String number() {
      return " " + twig.number();
    }

    double width() {
      return TextWidth.of(twig.label() + number()) * Label.SIZE + 2 * BESIDE;
    }
  }

  /** The picture of some trees, one below the other. */
  public static Tree of(List<Twig> roots) {
    Drawing drawing = new Drawing(roots);
    roots.forEach(root -> drawing.place(root, 0));
    return new Tree(drawing.box(), drawing.knots, drawing.branches);
  }

  private static final class Drawing {

    private final List<Knot> knots = new ArrayList<>();
    private final List<String> branches = new ArrayList<>();
    private final double[] left;
    private int leaves;

    Drawing(List<Twig> roots) {
      int depth = roots.stream().mapToInt(Twig::depth).max().orElse(0);
      double[] widths = new double[depth];
      roots.forEach(root -> measure(root, 0, widths));
      left = new double[depth + 1];
      for (int column = 0; column < depth; column++) {
        left[column + 1] = left[column] + widths[column] + BETWEEN;
      }
    }

    private static void measure(Twig twig, int column, double[] widths) {
      widths[column] = Math.max(widths[column], width(twig));
      twig.below().forEach(below -> measure(below, column + 1, widths));
    }

    private static double width(Twig twig) {
      return new Knot(twig, 0, 0).width();
    }

    /** Gives the middle of its height. */
    double place(Twig twig, int column) {
      List<Double> heights = twig.below().stream().map(below -> place(below, column + 1)).toList();
      double y = heights.isEmpty() ? leaves++ * LINE : (heights.getFirst() + heights.getLast()) / 2;
      knots.add(new Knot(twig, left[column], y));
      double from = left[column] + width(twig);
      double to = left[column + 1] - BESIDE;
      double middle = left[column + 1] - BETWEEN / 2;
      for (double height : heights) {
        branches.add(
            "M%s %sH%sV%sH%s"
                .formatted(
                    Radial.number(from),
                    Radial.number(y),
                    Radial.number(middle),
                    Radial.number(height),
                    Radial.number(to)));
      }
      return y;
    }

    Box box() {
      double right = left.length == 1 ? 0 : left[left.length - 1] - BETWEEN;
      return new Box(0, -LINE / 2, right, Math.max(1, leaves) * LINE - LINE / 2).padded(MARGIN);
    }
  }
}
