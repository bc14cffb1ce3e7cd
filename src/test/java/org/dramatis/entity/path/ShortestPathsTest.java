package org.dramatis.entity.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shortest ways between two things are found, all of them, and what was left out is said. */
class ShortestPathsTest {

  private static final String ID = "https://w3id.org/dramatis/id/person/";

  private static Graph graph(String statements) {
    return RDFParser.fromString(
            "PREFIX : <%s> PREFIX e: <https://example.org/> %s".formatted(ID, statements),
            Lang.TURTLE)
        .toGraph();
  }

  private static Node thing(String name) {
    return NodeFactory.createURI(ID + name);
  }

  private static ShortestPaths between(String statements, String from, String to) {
    return ShortestPaths.between(graph(statements), thing(from), thing(to), read -> {});
  }

  /** Each path as the names of what it leads over. */
  private static List<String> ways(ShortestPaths found) {
    return found.paths().stream()
        .map(path ->
            path.things().stream()
                .map(each -> each.getURI().substring(ID.length()))
                .collect(Collectors.joining("-")))
        .toList();
  }

  @Test
  void thereIsNoneWhereNothingConnects() {
    ShortestPaths found = between(":a e:p :b . :c e:p :d .", "a", "d");

    assertThat(found.paths()).isEmpty();
    assertThat(found.isWhole()).isTrue();
  }

  @Test
  void whatIsNoEntityConnectsNothing() {
    assertThat(
            between(":a a e:Person . :b a e:Person . :a e:in \"x\" . :b e:in \"x\" .", "a", "b")
                .paths())
        .isEmpty();
  }

  @Test
  void aThingIsConnectedWithItselfByNothing() {
    assertThat(ways(between(":a e:p :a .", "a", "a"))).containsExactly("a");
  }

  @Test
  void aStatementLeadsBothWays() {
    assertThat(ways(between(":a e:p :b .", "b", "a"))).containsExactly("b-a");
  }

  @Test
  void allShortestAreFoundAndNoLongerOne() {
    String statements =
        ":a e:p :x , :y . :z e:p :x . :z e:p :y . :a e:p :l1 . :l1 e:p :l2 . :l2 e:p :z .";

    assertThat(ways(between(statements, "a", "z"))).containsExactlyInAnyOrder("a-x-z", "a-y-z");
    assertThat(between(statements, "a", "z").isWhole()).isTrue();
  }

  @Test
  void twoStatementsBetweenTheSameThingsAreTwoWays() {
    assertThat(ways(between(":a e:p :b ; e:q :b .", "a", "b"))).containsExactly("a-b", "a-b");
  }

  @Test
  void whatIsMoreThanIsToldIsSaid() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      many.append(":a e:p :m%02d . :m%02d e:p :z . ".formatted(i, i));
    }
    ShortestPaths found = between(many.toString(), "a", "z");

    assertThat(found.paths()).hasSize(ShortestPaths.MOST_PATHS);
    assertThat(found.isWhole()).isFalse();
    assertThat(ways(found).getFirst()).isEqualTo("a-m00-z");
  }

  @Test
  void itEndsWhereThereIsTooMuchToLookAt() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      many.append(
          ":a e:p :a%d . :z e:p :z%d . :a%d e:p :aa%d . :z%d e:p :zz%d . "
              .formatted(i, i, i, i, i, i));
    }
    int[] read = {0};
    ShortestPaths found =
        ShortestPaths.between(graph(many.toString()), thing("a"), thing("z"), each -> read[0]++);

    assertThat(found.paths()).isEmpty();
    assertThat(found.isWhole()).isFalse();
    assertThat(read[0]).isEqualTo(ShortestPaths.MOST_STATEMENTS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theyAreAsLongAsASearchFromOneEndSaysAndHoldTogether(long seed) {
    Random random = new Random(seed);
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      some.append(":n%d e:p :n%d . ".formatted(random.nextInt(25), random.nextInt(25)));
    }
    Graph graph = graph(some.toString());
    ShortestPaths found = ShortestPaths.between(graph, thing("n0"), thing("n1"), read -> {});

    int distance = distance(graph, thing("n0"), thing("n1"));
    assertThat(found.paths().isEmpty()).isEqualTo(distance < 0);
    assertThat(found.paths()).doesNotHaveDuplicates();
    for (Path path : found.paths()) {
      assertThat(path.statements()).hasSize(distance).allMatch(graph::contains);
      assertThat(path.things().getLast()).isEqualTo(thing("n1"));
    }
  }

  /** How far it is, or -1. */
  private static int distance(Graph graph, Node from, Node to) {
    Set<Node> reached = new HashSet<>(List.of(from));
    for (int steps = 0; ; steps++) {
      if (reached.contains(to)) {
        return steps;
      }
      Set<Node> further = new HashSet<>(reached);
      graph
          .find()
          .forEachRemaining(triple -> {
            if (reached.contains(triple.getSubject())) {
              further.add(triple.getObject());
            }
            if (reached.contains(triple.getObject())) {
              further.add(triple.getSubject());
            }
          });
      if (further.size() == reached.size()) {
        return -1;
      }
      reached.addAll(further);
    }
  }
}
