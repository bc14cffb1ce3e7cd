package org.dramatis.http.page.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.entity.Neighbourhood;
import org.dramatis.entity.Neighbourhood.Group;
import org.dramatis.entity.Neighbourhood.Neighbour;
import org.dramatis.entity.Neighbourhood.Tie;
import org.dramatis.http.page.picture.Label.Corner;
import org.dramatis.model.Namespaces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However many things are around, each can be read. */
class RadialTest {

  private static final List<String> KINDS =
      List.of("person", "character", "film", "track", "place");

  private static IntStream sizes() {
    return IntStream.concat(
        IntStream.rangeClosed(1, 40), IntStream.of(57, 80, 99, 128, 177, 233, 299, 300));
  }

  private static Neighbourhood around(int size, String word) {
    Random random = new Random(size);
    List<List<Neighbour>> members =
        Stream.generate(() -> (List<Neighbour>) new ArrayList<Neighbour>())
            .limit(KINDS.size())
            .toList();
    List<Tie> ties = new ArrayList<>();
    Node before = thing("person", "first");
    for (int i = 0; i < size; i++) {
      int kind = i == 0 ? 0 : random.nextInt(KINDS.size());
      Node node = i == 0 ? before : thing(KINDS.get(kind), "number-" + i);
      members.get(kind).add(new Neighbour(node, word.repeat(1 + random.nextInt(5)), List.of("in")));
      if (i > 0) {
        ties.add(new Tie(before, node, "with"));
      }
      before = node;
    }
    List<Group> groups = new ArrayList<>();
    for (int kind = 0; kind < KINDS.size(); kind++) {
      if (!members.get(kind).isEmpty()) {
        groups.add(new Group(KINDS.get(kind), members.get(kind)));
      }
    }
    return new Neighbourhood(thing("series", "middle"), "Middle", groups, ties, false);
  }

  private static Node thing(String kind, String slug) {
    return NodeFactory.createURI(Namespaces.entities(kind) + slug);
  }

  private static List<Label> labels(Radial picture) {
    return picture.arcs().stream()
        .flatMap(arc -> arc.spots().stream())
        .map(Radial.Spot::label)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void noLabelCoversAnotherAndNoneIsCutOff(int size) {
    for (String word : List.of("Elizabeth Rosenbaum ", "ii", "電影", "🎬🎶", "WMWM@@", "محمد ")) {
      Radial picture = Radial.of(around(size, word));
      List<Label> labels = labels(picture);

      assertThat(labels).hasSize(size);
      for (int i = 0; i < size; i++) {
        for (Corner corner : labels.get(i).corners()) {
          assertThat(corner.x()).isBetween(picture.box().left(), picture.box().right());
          assertThat(corner.y()).isBetween(picture.box().top(), picture.box().bottom());
          assertThat(Math.hypot(corner.x(), corner.y())).isGreaterThan(picture.radius());
        }
        for (int j = 0; j < i; j++) {
          assertThat(overlap(labels.get(i).corners(), labels.get(j).corners()))
              .as("%s of %d: %s and %s", word, size, labels.get(i), labels.get(j))
              .isFalse();
        }
      }
    }
  }

  /** Two rectangles are apart if a side of one of them has the other wholly on its far side. */
  private static boolean overlap(List<Corner> one, List<Corner> other) {
    return !isApart(one, other) && !isApart(other, one);
  }

  private static boolean isApart(List<Corner> sides, List<Corner> others) {
    for (int i = 0; i < sides.size(); i++) {
      Corner from = sides.get(i);
      Corner to = sides.get((i + 1) % sides.size());
      boolean allOutside =
          others.stream()
              .allMatch(corner ->
                  (to.x() - from.x()) * (corner.y() - from.y())
                          - (to.y() - from.y()) * (corner.x() - from.x())
                      <= 0);
      if (allOutside) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40, 300})
  void theSameIsDrawnTheSame(int size) {
    assertThat(Radial.of(around(size, "Ann "))).isEqualTo(Radial.of(around(size, "Ann ")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 12, 25})
  void fewLabelsAreLevel(int size) {
    assertThat(labels(Radial.of(around(size, "Ann ")))).allMatch(label -> label.turn() == 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 300})
  void noLabelIsUpsideDown(int size) {
    assertThat(labels(Radial.of(around(size, "Ann "))))
        .allMatch(label -> Math.cos(Math.toRadians(label.turn())) > -1e-6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann",
        "A name that goes on and on and on and on",
        "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬"
      })
  void aLongNameIsCutBetweenLettersAndSaysSo(String name) {
    String shown = TextWidth.fit(name, 22);

    assertThat(TextWidth.of(shown)).isLessThanOrEqualTo(22);
    assertThat(
            shown.equals(name) || (shown.endsWith("…") && name.startsWith(shown.replace("…", ""))))
        .isTrue();
    assertThat(Character.isHighSurrogate(shown.replace("…", "x").charAt(shown.length() - 2)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 50})
  void everyTieHasAChord(int size) {
    assertThat(Radial.of(around(size, "Ann ")).chords()).hasSize(size - 1);
  }
}
