package org.dramatis.link.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which candidates are found, and which are the best for each other. */
final class RoundsTest {

  private static final Progress NOBODY_ASKS = (_, _, _) -> {};

  @TempDir Path folder;

  @Test
  void aRivalThatWasNotKeptIsARivalStill() throws IOException {
    Profiles from = Profiles.of(Sides.side(Sides.person("x:a", "Ann Lee")));
    Entity[] namesakes = new Entity[6];
    Arrays.setAll(namesakes, i -> Sides.person("y:" + i, "Ann Lee"));
    Profiles to = Profiles.of(Sides.amongOthers(namesakes));
    int[] links = {-1};
    Set<Integer> gone = new HashSet<>();
    Comparison comparison = new Comparison(from, to, new Remaining(to), links);
    try (Blocks blocks = new Blocks(from, to, comparison.usual(), folder, NOBODY_ASKS)) {
      Rounds rounds = new Rounds(blocks, comparison, (_, other) -> !gone.contains(other), links);
      rounds.weigh(new int[] {0}, "test", NOBODY_ASKS);
      gone.add(rounds.candidates(0).get(0).to());
      gone.add(rounds.candidates(0).get(0).to());
      assertThat(rounds.hasLost(0)).isTrue();
      assertThat(rounds.candidates(0)).hasSize(1);
      assertThat(rounds.mutual(to.size()))
          .singleElement()
          .satisfies(best -> assertThat(best.lead()).isZero());
    }
  }

  @Test
  void candidatesAreFoundByMisspeltWordsJoinedNamesAndNeighbours() throws IOException {
    Profiles from =
        Profiles.of(
            Sides.side(
                Sides.person("x:typo", "Zora Maridueno"),
                Sides.person("x:joined", "BennoKastelic"),
                Sides.film("x:film", "Ganz anders", 1984, "Ida Quell"),
                Sides.person("x:nobody", "Pia Ott")));
    Profiles to =
        Profiles.of(
            Sides.amongOthers(
                Sides.person("y:0", "Tilda Maridueña"),
                Sides.person("y:1", "Benno Kastelic"),
                Sides.film("y:2", "Quite Different", 1984, "Ida Quell")));
    int[] links = {-1, -1, -1, -1};
    try (Blocks blocks = new Blocks(from, to, Frequencies.of(to), folder, NOBODY_ASKS)) {
      assertThat(blocks.candidates(0, links)).containsExactly(0);
      assertThat(blocks.candidates(1, links)).containsExactly(1);
      assertThat(blocks.candidates(2, links)).containsExactly(2);
      assertThat(blocks.candidates(3, links)).isEmpty();
    }
  }

  @Test
  void aWordThatAllHaveDoesNotMakeMoreCandidatesThanAFew() throws IOException {
    Entity[] many = new Entity[300];
    Arrays.setAll(many, i -> Sides.film("y:" + i, "The Rain", 1900 + i % 100));
    Profiles from = Profiles.of(Sides.side(Sides.film("x:a", "The Rain", 1950)));
    Profiles to = Profiles.of(Sides.side(many));
    try (Blocks blocks = new Blocks(from, to, Frequencies.of(to), folder, NOBODY_ASKS)) {
      assertThat(blocks.candidates(0, new int[] {-1}))
          .hasSizeLessThanOrEqualTo(24)
          .contains(50, 150, 250);
    }
  }
}
