package org.dramatis.link.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dramatis.link.reconcile.Condition.Quantifier;
import org.dramatis.link.reconcile.ReconciliationQuery.Types;
import org.junit.jupiter.api.Test;

/** A candidate is held against everything that was asked, and each part says how it came out. */
class ScoringTest {

  private static final String SPACE = "https://example.org/";
  private static final Node FILM = iri("film");
  private static final Node SERIES = iri("Series");
  private static final NameMatch SAME = new NameMatch(1, "Purple Hearts", "the same name");

  private static final Graph GRAPH =
      RDFParser.fromString(
              "PREFIX : <https://example.org/> :film :genre \"drama\", \"romance\" ; :imdb \"tt1\" .",
              Lang.TURTLE)
          .toGraph();

  private static Node iri(String name) {
    return NodeFactory.createURI(SPACE + name);
  }

  private static Property property(String name, boolean identifies) {
    return new StatedProperty(
        iri(name), name, name, Optional.empty(), Set.of(iri(name)), Set.of(), identifies);
  }

  private static Condition genre(Quantifier quantifier, boolean required, String... values) {
    return new Condition(
        property("genre", false),
        List.of(values).stream().<Given>map(Given.Text::new).toList(),
        quantifier,
        required);
  }

  private static Optional<List<Part>> parts(Types types, Condition... conditions) {
    ReconciliationQuery query =
        new ReconciliationQuery(
            List.of("Purple Hearts"), Set.of(), types, List.of(conditions), 10, Optional.empty());
    return new Scoring(GRAPH, query).parts(FILM, Set.of(iri("Film")), SAME);
  }

  private static Part only(Condition condition) {
    return parts(new Types.Any(), condition).orElseThrow().getLast();
  }

  @Test
  void whatIsRequiredAndNotThereIsNoCandidate() {
    assertThat(parts(new Types.Any(), genre(Quantifier.ANY, true, "horror"))).isEmpty();
    assertThat(parts(new Types.Any(), genre(Quantifier.ANY, false, "horror"))).isPresent();
  }

  @Test
  void ofSeveralValuesOneEachOrNoneIsWanted() {
    assertThat(only(genre(Quantifier.ANY, false, "drama", "horror")).value()).isEqualTo(100);
    assertThat(only(genre(Quantifier.ALL, false, "drama", "horror")).value()).isZero();
    assertThat(only(genre(Quantifier.ALL, false, "drama", "romance")).value()).isEqualTo(100);
    assertThat(only(genre(Quantifier.NONE, false, "horror")).value()).isEqualTo(100);
    assertThat(only(genre(Quantifier.NONE, false, "drama")).value()).isZero();
  }

  @Test
  void eachPartSaysWhatIsThereAndWhatWasWanted() {
    assertThat(only(genre(Quantifier.ANY, false, "drama")).feature().name())
        .isEqualTo("genre: as asked for");
    assertThat(only(genre(Quantifier.ANY, false, "horror")).feature().name())
        .isIn("genre: drama, romance, for horror", "genre: romance, drama, for horror");
    assertThat(only(genre(Quantifier.NONE, false, "horror")).feature().name())
        .isEqualTo("genre: not horror, as asked for");
    assertThat(
            only(new Condition(
                    property("year", false),
                    List.of(new Given.Text("2022")),
                    Quantifier.ANY,
                    false))
                .feature()
                .name())
        .isEqualTo("year: nothing is known");
  }

  @Test
  void anIdentifierCountsMoreThanTheNameAndTheNameMoreThanTheRest() {
    List<Part> parts =
        parts(
                new Types.Any(),
                genre(Quantifier.ANY, false, "drama"),
                new Condition(
                    property("imdb", true), List.of(new Given.Text("tt1")), Quantifier.ANY, false))
            .orElseThrow();

    assertThat(parts).extracting(Part::id).containsExactly("name", "genre", "imdb");
    assertThat(parts).extracting(Part::weight).containsExactly(2.0, 1.0, 4.0);
  }

  @Test
  void aPropertyThatIsAskedForTwiceIsToldTwice() {
    List<Part> parts =
        parts(
                new Types.Any(),
                genre(Quantifier.ANY, false, "drama"),
                genre(Quantifier.ANY, false, "horror"))
            .orElseThrow();

    assertThat(parts).extracting(Part::id).containsExactly("name", "genre", "genre-2");
  }

  @Test
  void aTypeThatWouldBeBetterCountsAndOneThatIsWantedDoesNot() {
    Part better = parts(new Types.Better(Set.of(SERIES))).orElseThrow().getLast();
    assertThat(better.value()).isZero();
    assertThat(better.weight()).isEqualTo(1);
    Part wanted = parts(new Types.OneOf(Set.of(iri("Film")))).orElseThrow().getLast();
    assertThat(wanted.value()).isEqualTo(100);
    assertThat(wanted.weight()).isZero();
  }
}
