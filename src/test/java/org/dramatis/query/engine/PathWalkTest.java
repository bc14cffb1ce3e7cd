package org.dramatis.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.Query;
import org.dramatis.query.Graphs;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.SameAsJena;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathWalkTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void pathsLeadWhereJenaSaysTheyDo(long seed) throws Exception {
    Random random = new Random(seed);
    SameAsJena comparison = new SameAsJena(Graphs.store(randomData(random)));
    for (int i = 0; i < 150; i++) {
      comparison.check("SELECT * {" + randomPattern(random) + "}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          :a :p/:q ?x                | 2
          :a (:p/:q)? ?x             | 2
          :a !:p ?x                  | 1
          :a :p* :a                  | 1
          :unknown :p* ?x            | 1
          VALUES ?x { :a 1 } ?x :p* ?x               | 1
          VALUES ?x { :a 1 } ?x :p? ?y               | 3
          VALUES ?x { :a 1 } ?x (:p?/:q*)+ ?y        | 4
          VALUES ?x { :a 1 } ?x :p?/:q* ?y           | 5
          VALUES ?x { 1 } OPTIONAL { ?x :p* ?y } FILTER(BOUND(?y)) | 0
          VALUES ?x { 1 } GRAPH :g { ?x :p? ?x }     | 0
          ?x :p? ?x FILTER(?x = :unknown)            | 0
          VALUES ?x { 1 } FILTER EXISTS { ?x :p* ?x } | 1
          VALUES ?x { :a 1 } ?x :p+ ?y               | 2
          :unknown :p+ ?x            | 0
          ?x :p+ ?x                  | 0
          """)
  void pathsCountAsTheStandardSays(String pattern, int rows) throws Exception {
    Store store = Graphs.store("GRAPH :g { :a :p :b, :c . :b :q :d . :c :q :d . :a :r :d }");
    assertThat(new SameAsJena(store).ours(Sparql.parse(Graphs.query("SELECT * {" + pattern + "}"))))
        .hasSize(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":n0 :p+ ?x",
        ":n0 :p* :n100000",
        "?x :p+ :n100000",
        ":n0 (:p/:p)* ?x",
        ":n0 (:p|^:p)+ ?x",
        ":n0 ((:p+)?)* ?x",
        "GRAPH ?g { :n0 :p+ ?x }",
      })
  @Timeout(60)
  void aPathFollowsALongChain(String pattern) throws Exception {
    Query query = Sparql.parse(Graphs.query("ASK {" + pattern + " FILTER(?x = :n99998 || true) }"));

    boolean found =
        new QueryRunner(Chain.STORE, LIMIT)
            .run(query, (_, answer) -> ((Answer.Truth) answer).value());
    long last = new SameAsJena(Chain.STORE).ours(Sparql.parse(Graphs.query(Chain.COUNT))).size();

    assertThat(found).isTrue();
    assertThat(last).isEqualTo(1);
  }

  @Test
  void anEndlessWalkStops() {
    StringBuilder dense = new StringBuilder("GRAPH :g {");
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        dense.append(":n%d :p :n%d .".formatted(i, j));
      }
    }
    QueryRunner runner =
        new QueryRunner(Graphs.store(dense.append("}").toString()), Duration.ofMillis(200));

    String text =
        Graphs.query("SELECT (COUNT(*) AS ?n) { :n0 :p/:p/:p/:p/:p/:p/:p/:p/(:p|:q) ?x }");
    QueryFailedException failed =
        assertThrows(
            QueryFailedException.class,
            () ->
                runner.run(
                    Sparql.parse(text), (_, answer) -> ((Answer.Rows) answer).rows().next()));

    assertThat(failed.problem()).isInstanceOf(QueryProblem.OutOfTime.class);
  }

  private static final class Chain {
    static final String COUNT = "SELECT (COUNT(*) AS ?n) { :n0 :p+ ?x }";
    static final Store STORE =
        Graphs.store(
            IntStream.range(0, 100_000)
                .mapToObj(i -> ":n%d :p :n%d .".formatted(i, i + 1))
                .collect(Collectors.joining("\n", "GRAPH :g {", "}")));
  }

  /** Every node is in both graphs: of one that is not, Jena has paths of length zero. */
  private static String randomData(Random random) {
    StringBuilder data = new StringBuilder();
    for (String graph : List.of(":g1", ":g2")) {
      data.append("GRAPH ").append(graph).append(" { :n0 :s :n1, :n2, :n3, :n4, :n5, :n6 .");
      for (int i = 0; i < 14; i++) {
        data.append(":n%d %s :n%d .".formatted(random.nextInt(6), property(random), end(random)));
      }
      data.append("} ");
    }
    return data.toString();
  }

  private static int end(Random random) {
    return random.nextInt(6);
  }

  private static String property(Random random) {
    return ":" + "pqr".charAt(random.nextInt(3));
  }

  private static String randomPattern(Random random) {
    String pattern =
        "%s %s %s".formatted(node(random, "?x"), randomPath(random, 3), node(random, "?y"));
    return switch (random.nextInt(6)) {
      case 0 -> "GRAPH ?g { " + pattern + " }";
      case 1 -> "GRAPH :g1 { " + pattern + " }";
      case 2 -> "?x :p ?z . " + pattern;
      case 3 -> pattern.replace("?y", "?x");
      default -> pattern;
    };
  }

  private static String node(Random random, String variable) {
    return random.nextBoolean() ? variable : ":n" + random.nextInt(7);
  }

  private static String randomPath(Random random, int depth) {
    if (depth == 0) {
      return property(random);
    }
    String inner = randomPath(random, depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> "(" + inner + ")*";
      case 1 -> "(" + inner + ")+";
      case 2 -> "(" + inner + ")?";
      case 3 -> "^(" + inner + ")";
      case 4, 5 -> "(" + inner + "/" + randomPath(random, depth - 1) + ")";
      case 6 -> "(" + inner + "|" + randomPath(random, depth - 1) + ")";
      case 7 -> "!(" + property(random) + "|^" + property(random) + ")";
      default -> inner;
    };
  }
}
