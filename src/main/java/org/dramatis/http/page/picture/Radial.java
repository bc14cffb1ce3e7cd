package org.dramatis.http.page.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Neighbourhood;
import org.dramatis.entity.Neighbourhood.Group;
import org.dramatis.entity.Neighbourhood.Neighbour;

/**
 * A neighbourhood as a circle: the thing in the middle, around it an arc for each kind with its
 * members, and a chord between those that belong together. The circle is as large as its labels
 * need, so that none covers another however many there are.
 *
 * @param box what the picture takes up; the middle is at 0, 0
 * @param radius the distance of the spots from the middle
 * @param middle the lines in the middle
 * @param arcs the kinds
 * @param chords what belongs together
 */
public record Radial(
    Box box, double radius, List<Label> middle, List<Arc> arcs, List<Chord> chords) {

  /** The radius of the spot in the middle. */
  public static final double MIDDLE = 58;

  private static final double LEAST_RADIUS = 150;

  /** Between spot and label. */
  private static final double BESIDE = 10;

  /** Between the spots and the arc of their kind. */
  private static final double ARC_INSIDE = 12;

  /** Labels that are wider are cut; a reader gets the whole by pointing at it. */
  private static final double WIDEST = 22;

  /** Spots stand together as long as there are not more; then the kinds are set apart. */
  private static final int FEW = 8;

  private static final double GAP = 1.5;
  private static final double MARGIN = 6;
  private static final double WHOLE = 360;

  /** By how many degrees an arc goes on behind its last spot. */
  private static final double WIDEST_END = 12;

  /** Takes copies of the lists. */
  public Radial {
    middle = List.copyOf(middle);
    arcs = List.copyOf(arcs);
    chords = List.copyOf(chords);
  }

  /**
   * The members of a kind.
   *
   * @param kind the word for the kind
   * @param path the arc along them, as the path of an SVG
   */
  public record Arc(String kind, String path, List<Spot> spots) {

    /** Takes a copy of the list. */
    public Arc {
      spots = List.copyOf(spots);
    }
  }

  /** Where a thing stands. */
  public record Spot(Neighbour neighbour, double x, double y, Label label) {

    /** Whether its label stands so far away that a line has to lead to it. */
    public boolean isLed() {
      return Math.hypot(label.x() - x, label.y() - y) > 1.5 * BESIDE;
    }
  }

  /**
   * A line between two spots.
   *
   * @param path it, as the path of an SVG
   * @param relation why it is there
   */
  public record Chord(String path, String relation) {}

  /** The picture of a neighbourhood: always the same of the same. */
  public static Radial of(Neighbourhood neighbourhood) {
    return new Drawing(neighbourhood).draw();
  }

  /** A number as it stands in an SVG. */
  public static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? Long.toString(Math.round(rounded))
        : Double.toString(rounded);
  }

  private static final class Drawing {

    private final Neighbourhood neighbourhood;
    private final double slots;
    private final double gap;
    private final double radius;
    private final Map<Node, Double> angles = new LinkedHashMap<>();

    /** The heights of level labels; empty if the labels are turned instead. */
    private final Map<Node, Double> lines = new HashMap<>();

    Drawing(Neighbourhood neighbourhood) {
      this.neighbourhood = neighbourhood;
      List<Group> groups = neighbourhood.groups();
      int members = groups.stream().mapToInt(group -> group.members().size()).sum();
      this.gap = members > FEW && groups.size() > 1 ? GAP : 0;
      this.slots = Math.max(1, members + gap * groups.size());
      this.radius = Math.max(LEAST_RADIUS, slots * Label.LINE / (2 * Math.PI));
      placeAll(groups);
      if (isRoomForLevelLabels()) {
        giveLines(true);
        giveLines(false);
      }
    }

    private void placeAll(List<Group> groups) {
      double slot = slots > 2 ? 0.5 : WHOLE / 4 / (WHOLE / slots);
      for (Group group : groups) {
        slot += gap / 2;
        for (Neighbour member : group.members()) {
          angles.put(member.thing(), slot * WHOLE / slots - WHOLE / 4);
          slot++;
        }
        slot += gap / 2;
      }
    }

    /** Level labels are read most easily, but each takes a line of its side. */
    private boolean isRoomForLevelLabels() {
      return Stream.of(true, false)
          .mapToLong(
              left -> angles.values().stream().filter(angle -> isLeft(angle) == left).count())
          .allMatch(labels -> (labels - 1) * Label.LINE <= 2 * (radius + BESIDE));
    }

    /** Moves the labels of a side up and down, as little as gives each a line. */
    private void giveLines(boolean left) {
      List<Node> side =
          angles.keySet().stream()
              .filter(node -> isLeft(angle(node)) == left)
              .sorted(Comparator.comparingDouble(node -> y(angle(node), radius)))
              .toList();
      double[] heights =
          side.stream().mapToDouble(node -> y(angle(node), radius + BESIDE)).toArray();
      for (int i = 1; i < heights.length; i++) {
        heights[i] = Math.max(heights[i], heights[i - 1] + Label.LINE);
      }
      double lowest = radius + BESIDE;
      for (int i = heights.length - 1; i >= 0; i--) {
        heights[i] = Math.min(heights[i], lowest);
        lowest = heights[i] - Label.LINE;
        lines.put(side.get(i), heights[i]);
      }
    }

    private static boolean isLeft(double angle) {
      return Math.cos(Math.toRadians(angle)) < -1e-9;
    }

    Radial draw() {
      double extent = radius + MARGIN;
      Box box = new Box(-extent, -extent, extent, extent);
      List<Arc> arcs = new ArrayList<>();
      for (Group group : neighbourhood.groups()) {
        List<Spot> spots = group.members().stream().map(this::spot).toList();
        for (Spot spot : spots) {
          for (Label.Corner corner : spot.label().corners()) {
            box = box.with(corner.x(), corner.y());
          }
        }
        arcs.add(new Arc(group.kind(), arc(group.members()), spots));
      }
      return new Radial(
          box.padded(MARGIN), radius, MiddleText.of(neighbourhood.label()), arcs, chords());
    }

    private Spot spot(Neighbour neighbour) {
      double angle = angle(neighbour.thing());
      boolean left = isLeft(angle);
      String text = TextWidth.fit(neighbour.label(), WIDEST);
      double distance = radius + BESIDE;
      Label label =
          Optional.ofNullable(lines.get(neighbour.thing()))
              .map(height -> level(text, height, left))
              .orElseGet(() ->
                  new Label(
                      text,
                      x(angle, distance),
                      y(angle, distance),
                      left ? angle - WHOLE / 2 : angle,
                      left));
      return new Spot(neighbour, x(angle, radius), y(angle, radius), label);
    }

    /** Where the circle around the spots is at that height. */
    private Label level(String text, double height, boolean left) {
      double distance = radius + BESIDE;
      double x =
          Math.max(BESIDE / 2, Math.sqrt(Math.max(0, distance * distance - height * height)));
      return new Label(text, left ? -x : x, height, 0, left);
    }

    private String arc(List<Neighbour> members) {
      double half = Math.min(WIDEST_END, WHOLE / slots * 0.45);
      double from = angle(members.getFirst().thing()) - half;
      double to = angle(members.getLast().thing()) + half;
      double inside = radius - ARC_INSIDE;
      return "M%s %sA%s %s 0 %d 1 %s %s"
          .formatted(
              number(x(from, inside)),
              number(y(from, inside)),
              number(inside),
              number(inside),
              to - from > WHOLE / 2 ? 1 : 0,
              number(x(to, inside)),
              number(y(to, inside)));
    }

    private List<Chord> chords() {
      return neighbourhood.ties().stream()
          .map(tie -> new Chord(chord(angle(tie.one()), angle(tie.other())), tie.relation()))
          .toList();
    }

    /** It bends around the middle, the more the farther its ends are apart. */
    private String chord(double one, double other) {
      double between = (one + other) / 2;
      double apart = Math.abs(one - other);
      if (apart > WHOLE / 2) {
        between += WHOLE / 2;
        apart = WHOLE - apart;
      }
      double start = radius - ARC_INSIDE;
      double bend = Math.max(MIDDLE * 1.6, start * (1 - apart / (WHOLE / 2)));
      return "M%s %sQ%s %s %s %s"
          .formatted(
              number(x(one, start)),
              number(y(one, start)),
              number(x(between, bend)),
              number(y(between, bend)),
              number(x(other, start)),
              number(y(other, start)));
    }

    private double angle(Node thing) {
      return Objects.requireNonNull(angles.get(thing));
    }

    private static double x(double angle, double distance) {
      return distance * Math.cos(Math.toRadians(angle));
    }

    private static double y(double angle, double distance) {
      return distance * Math.sin(Math.toRadians(angle));
    }
  }
}
