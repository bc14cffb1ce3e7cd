package org.dramatis.http.page.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dramatis.http.page.picture.Tree.Knot;
import org.dramatis.http.page.picture.Tree.Twig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a hierarchy has grown, each of its labels can be read. */
class TreeTest {

  private static Twig grown(Random random, int depth) {
    List<Twig> below = new ArrayList<>();
    for (int i = random.nextInt(5); depth > 0 && i > 0; i--) {
      below.add(grown(random, depth - 1));
    }
    return new Twig("Wide".repeat(1 + random.nextInt(6)), random.nextInt(10_000), "a", below);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void noLabelCoversAnotherOrLeavesThePicture(int seed) {
    Random random = new Random(seed);
    Tree tree = Tree.of(List.of(grown(random, 4), grown(random, 3), grown(random, 0)));
    List<Knot> knots = tree.knots();

    for (Knot one : knots) {
      assertThat(one.x()).isGreaterThanOrEqualTo(tree.box().left());
      assertThat(one.x() + one.width()).isLessThanOrEqualTo(tree.box().right());
      assertThat(one.y() - Label.LINE / 2).isGreaterThanOrEqualTo(tree.box().top());
      assertThat(one.y() + Label.LINE / 2).isLessThanOrEqualTo(tree.box().bottom());
      for (Knot other : knots) {
        assertThat(one.equals(other) || !overlap(one, other)).as("%s %s", one, other).isTrue();
      }
    }
    assertThat(tree.branches()).hasSize(knots.size() - 3);
  }

  private static boolean overlap(Knot one, Knot other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && Math.abs(one.y() - other.y()) < Label.LINE;
  }

  @Test
  void nothingIsAPictureOfNothing() {
    assertThat(Tree.of(List.of()).knots()).isEmpty();
  }
}
