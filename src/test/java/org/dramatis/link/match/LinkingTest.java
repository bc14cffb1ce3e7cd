package org.dramatis.link.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.link.match.Sides.amongOthers;
import static org.dramatis.link.match.Sides.episode;
import static org.dramatis.link.match.Sides.film;
import static org.dramatis.link.match.Sides.known;
import static org.dramatis.link.match.Sides.pairs;
import static org.dramatis.link.match.Sides.person;
import static org.dramatis.link.match.Sides.series;
import static org.dramatis.link.match.Sides.side;
import static org.dramatis.link.match.Sides.thing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dramatis.link.match.Match.Method;
import org.junit.jupiter.api.Test;

/** What is linked, what is left to a person, and what is set aside. */
final class LinkingTest {

  private static final double THRESHOLD = 0.9;

  private static Linking.Result link(Dataset from, Dataset to) throws IOException {
    return link(from, to, Decisions.NONE);
  }

  private static Linking.Result link(Dataset from, Dataset to, Decisions decisions)
      throws IOException {
    return Linking.link(from, to, decisions, THRESHOLD, (_, _, _) -> {});
  }

  @Test
  void twoIdentifiersOfOneSchemeAreFoundOverSeveralStepsAndNothingOfItIsLinkedOrProposed()
      throws IOException {
    Linking.Result result =
        link(
            side(known(film("x:a", "Purple Rain Again", 1984), "imdb:1", "tmdb:5")),
            amongOthers(
                known(film("y:a", "Purple Rain Again", 1984), "tmdb:5", "eidr:7"),
                known(film("y:b", "Purple Rain Again", 1984), "eidr:7", "imdb:2")));
    assertThat(result.links()).isEmpty();
    assertThat(result.review()).isEmpty();
    assertThat(result.quarantined())
        .singleElement()
        .satisfies(quarantine -> {
          assertThat(quarantine.why()).isEqualTo("several identifiers of imdb: 1, 2");
          assertThat(quarantine.entities())
              .extracting(Entity::id)
              .containsExactly("x:a", "y:a", "y:b");
        });
  }

  @Test
  void oneIdentifierForAFilmAndAPersonIsQuarantined() throws IOException {
    Linking.Result result =
        link(
            side(known(film("x:a", "Purple Rain Again", 1984), "wikidata:Q1")),
            side(known(person("y:a", "Purple Rain Again"), "wikidata:Q1")));
    assertThat(result.links()).isEmpty();
    assertThat(result.quarantined())
        .extracting(Quarantine::why)
        .containsExactly("one identifier for different kinds: FILM, PERSON");
  }

  @Test
  void whatHasSeveralIdentifiersOfOneSchemeButSharesNoneIsNotSetAside() throws IOException {
    Linking.Result result =
        link(
            side(known(thing("x:a", Kind.TRACK, "Purple Rain Again"), "isrc:1", "isrc:2")),
            amongOthers(film("y:a", "Another", 1999)));
    assertThat(result.quarantined()).isEmpty();
  }

  @Test
  void whatOneCatalogueHasTwiceIsNotLinkedHoweverAlikeItIs() throws IOException {
    Linking.Result result =
        link(
            side(known(film("x:a", "Purple Rain Again", 1984, "Ann Lee", "Bob Mott"), "imdb:1")),
            amongOthers(
                known(film("y:a", "Purple Rain Again", 1984, "Ann Lee", "Bob Mott"), "imdb:2")));
    assertThat(result.links()).isEmpty();
  }

  @Test
  void whatAPersonRejectedIsNotLinkedByItsIdentifierEither() throws IOException {
    Dataset from = side(known(film("x:a", "Purple Rain Again", 1984), "imdb:1"));
    Dataset to = side(known(film("y:a", "Purple Rain Again", 1984), "imdb:1"));
    Decisions rejected = new Decisions(Map.of(), Map.of("x:a", Set.of("y:a")));
    Linking.Result result = link(from, to, rejected);
    assertThat(result.links()).isEmpty();
    assertThat(result.review()).isEmpty();
    assertThat(link(from, to).links())
        .singleElement()
        .satisfies(match -> assertThat(match.method()).isEqualTo(Method.IDENTIFIER));
  }

  @Test
  void whatAPersonAcceptedIsLinkedThoughItIsQuarantined() throws IOException {
    Decisions accepted = new Decisions(Map.of("x:a", Set.of("y:a")), Map.of());
    Linking.Result result =
        link(
            side(known(film("x:a", "Purple Rain Again", 1984), "imdb:1", "wikidata:Q1")),
            side(known(film("y:a", "Something Else", 1999), "imdb:1", "wikidata:Q2")),
            accepted);
    assertThat(result.links())
        .singleElement()
        .satisfies(match -> assertThat(match.method()).isEqualTo(Method.PERSON));
  }

  @Test
  void twoThatFitEquallyWellAreBothLeftToAPerson() throws IOException {
    Linking.Result result =
        link(
            side(film("x:a", "Purple Rain Again", 1984)),
            amongOthers(
                film("y:a", "Purple Rain Again", 1984), film("y:b", "Purple Rain Again", 1984)));
    assertThat(result.links()).isEmpty();
    assertThat(pairs(result.review())).containsExactlyInAnyOrder("x:a = y:a", "x:a = y:b");
    assertThat(result.review()).allSatisfy(match -> assertThat(match.score()).isBetween(0.25, 1.0));
  }

  @Test
  void twoThatWantTheSameAreBothLeftToAPerson() throws IOException {
    Linking.Result result =
        link(
            side(film("x:a", "Purple Rain Again", 1984), film("x:b", "Purple Rain Again", 1984)),
            amongOthers(film("y:a", "Purple Rain Again", 1984)));
    assertThat(result.links()).isEmpty();
    assertThat(pairs(result.review())).containsExactlyInAnyOrder("x:a = y:a", "x:b = y:a");
  }

  @Test
  void peopleOfOneNameAreToldApartByWhatTheyAreIn() throws IOException {
    Linking.Result result =
        link(
            side(
                person("x:older", "Ann Lee"),
                person("x:younger", "Ann Lee"),
                film("x:a", "Purple Rain Again", 1984, "x:older"),
                film("x:b", "Green Hail Never", 2014, "x:younger")),
            amongOthers(
                person("y:1", "Ann Lee"),
                person("y:2", "Ann Lee"),
                film("y:3", "Green Hail Never", 2014, "y:1"),
                film("y:4", "Purple Rain Again", 1984, "y:2")));
    assertThat(pairs(result.links()))
        .containsExactlyInAnyOrder("x:older = y:2", "x:younger = y:1", "x:a = y:4", "x:b = y:3");
  }

  @Test
  void whoIsNamedInACastIsThePersonOfThatNameIfThereIsOne() throws IOException {
    Linking.Result result =
        link(
            side(person("x:ann", "Ann Lee"), film("x:a", "Purple Rain Again", 1984, "Ann Lee")),
            amongOthers(
                person("y:1", "Ann Lee"),
                person("y:2", "Ann Lee"),
                film("y:3", "Green Hail Never", 2014, "y:1"),
                film("y:4", "Purple Rain Again", 1984, "y:2")));
    assertThat(pairs(result.links())).contains("x:ann = y:2");
  }

  @Test
  void aSeriesThatIsLinkedIsNotTakenForItsNamesake() throws IOException {
    Dataset from =
        side(
            known(series("x:s", "Purple Rain", 1984), "imdb:1"),
            episode("x:e", "The Whole Truth", "x:s", 1, 3));
    Linking.Result result =
        link(
            from,
            amongOthers(
                known(series("y:old", "Purple Rain", 1984), "imdb:1"),
                series("y:new", "Purple Rain", 2019),
                episode("y:e", "The Whole Truth", "y:new", 1, 3)));
    assertThat(pairs(result.links())).containsExactly("x:s = y:old");
    assertThat(pairs(result.review())).containsExactly("x:e = y:e");
  }

  @Test
  void theLastEpisodeThatIsLeftIsLikelyWhateverItIsCalled() throws IOException {
    List<Entity> mine = new ArrayList<>(List.of(known(series("x:s", "Rain", 1984), "imdb:1")));
    List<Entity> theirs = new ArrayList<>(List.of(known(series("y:s", "Rain", 1984), "imdb:1")));
    for (int i = 1; i <= 9; i++) {
      String name = "title%1$d of%1$d its%1$d own%1$d".formatted(i);
      mine.add(episode("x:" + i, i == 5 ? "Der andere Name" : name, "x:s", 1, i));
      theirs.add(episode("y:" + i, name, "y:s", 1, i));
    }
    Linking.Result result =
        link(new Dataset(mine, List.of()), amongOthers(theirs.toArray(Entity[]::new)));
    assertThat(pairs(result.links())).contains("x:4 = y:4").doesNotContain("x:5 = y:5");
    assertThat(result.review())
        .singleElement()
        .satisfies(match -> assertThat(match.score()).isGreaterThan(0.85));
  }

  @Test
  void whatASeriesSaysOfItsCastCountsAlsoBehindMoreEpisodesThanAreLookedAt() throws IOException {
    List<Entity> mine = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      mine.add(episode("x:e" + i, "Part " + i, "x:s", 1, i));
    }
    mine.add(series("x:s", "Regen", 1984, "Ann Lee", "Bob Mott", "Cy Oddo"));
    Linking.Result result =
        link(
            new Dataset(mine, List.of()),
            amongOthers(series("y:s", "Rain", 1984, "Ann Lee", "Bob Mott", "Cy Oddo")));
    assertThat(pairs(result.links())).containsExactly("x:s = y:s");
  }

  @Test
  void theOrderOfTheDataDoesNotMatter() throws IOException {
    List<Entity> mine = new ArrayList<>();
    List<Entity> theirs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String name = "word%d rain%d".formatted(i % 17, i % 5);
      mine.add(film("x:" + i, name, 1980 + i % 7, "Actor " + i % 11, "Actor " + i % 3));
      theirs.add(film("y:" + i, name, 1980 + i % 7, "Actor " + i % 11, "Actor " + i % 3));
    }
    Linking.Result once = link(new Dataset(mine, List.of()), new Dataset(theirs, List.of()));
    Collections.shuffle(mine, new Random(1));
    Collections.shuffle(theirs, new Random(2));
    Linking.Result again = link(new Dataset(mine, List.of()), new Dataset(theirs, List.of()));
    assertThat(once.links()).hasSizeGreaterThan(10);
    assertThat(again.links()).isEqualTo(once.links());
  }
}
