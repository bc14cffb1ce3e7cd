package org.dramatis.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.jena.query.Query;
import org.dramatis.model.Sha256;
import org.dramatis.query.Graphs;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {

  static Result result(String trig, String body) throws IOException, QueryFailedException {
    Query query = Sparql.parse(Graphs.query(body));
    Budget budget = Budget.of(Duration.ofSeconds(20), Long.MAX_VALUE);
    return new QueryRunner(Graphs.store(trig), Duration.ofSeconds(20))
        .run(query, (_, answer) -> Result.of(answer, query.hasOrderBy(), budget));
  }

  private static Sha256 hash(String trig, String body) throws IOException, QueryFailedException {
    return result(trig, body).hash();
  }

  @Test
  void anAnswerThatDoesNotFitIntoTheMemoryOfItsQueryIsNotHashed() throws Exception {
    Budget small = Budget.of(Duration.ofSeconds(20), 300);
    Query query = Sparql.parse("SELECT * { ?s ?p ?o }");

    assertThrows(
        QueryFailedException.class,
        () ->
            new QueryRunner(Graphs.store("GRAPH :g { :a :p 1, 2, 3 }"), Duration.ofSeconds(20))
                .run(query, (_, answer) -> Result.of(answer, false, small)));
  }

  /** By hand, as the documentation says: any other tool comes to the same. */
  @Test
  void theHashIsThatOfSortedLines() throws Exception {
    String lines =
        """
        rows\t?o\t?x
        "1"^^<http://www.w3.org/2001/XMLSchema#integer>\t
        "a"@en-gb\t
        "a\\t\\"\\u0001\\\\"\t
        <http://example.org/c>\t
        """;

    assertThat(
            hash(
                "GRAPH :g { :a :p 1, 'a\\t\"\\u0001\\\\', 'a'@en-GB, :c }",
                "SELECT ?o ?x { :a :p ?o }"))
        .isEqualTo(Sha256.of(lines));
  }

  @Test
  void orderCountsWhereTheQueryOrders() throws Exception {
    String data = "GRAPH :g { :a :p 1, 2 }";

    assertThat(hash(data, "SELECT ?o { :a :p ?o } ORDER BY ?o"))
        .isEqualTo(
            Sha256.of(
                """
                ordered rows\t?o
                "1"^^<http://www.w3.org/2001/XMLSchema#integer>
                "2"^^<http://www.w3.org/2001/XMLSchema#integer>
                """))
        .isNotEqualTo(hash(data, "SELECT ?o { :a :p ?o } ORDER BY DESC(?o)"));
    assertThat(hash(data, "SELECT ?o { { :a :p ?o } UNION { :a :p ?o } }"))
        .as("a bag counts how often")
        .isNotEqualTo(hash(data, "SELECT ?o { :a :p ?o }"));
  }

  @Test
  void aTruthValueIsOneLine() throws Exception {
    assertThat(hash("GRAPH :g { :a :p 1 }", "ASK { :a :p 1 }"))
        .isEqualTo(Sha256.of("truth\ntrue\n"));
  }

  @Test
  void aGraphIsItsStatements() throws Exception {
    assertThat(
            hash(
                "GRAPH :g { :c rdf:reifies <<( :a :p 'x'@ar--rtl )>> }",
                "CONSTRUCT WHERE { ?s ?p ?o }"))
        .isEqualTo(
            Sha256.of(
                """
                graph
                <http://example.org/c>\t<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>\t<<( <http://example.org/a> <http://example.org/p> "x"@ar--rtl )>>
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o }",
        "SELECT ?s ?o { ?s ?p ?o }",
        "SELECT ?o { ?s :q ?o } ORDER BY ?o"
      })
  void itDoesNotMatterWhatBlankNodesAreCalled(String query) throws Exception {
    String one = "GRAPH :g { _:a :p _:b . _:b :p _:c . _:c :q 1 . _:d :p _:d }";
    String other = "GRAPH :g { _:z :p _:z . _:y :q 1 . _:x :p _:y . _:w :p _:x }";

    assertThat(hash(one, query)).isEqualTo(hash(other, query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_:a :p _:b . _:b :p _:a | _:a :p _:a . _:b :p _:b",
        "_:a :p _:b . _:b :p _:c . _:c :p _:a | _:a :p _:b . _:b :p _:c . _:a :p _:c",
        "_:a :p 1 . _:b :p 2 . _:a :q _:b | _:a :p 1 . _:b :p 2 . _:b :q _:a"
      })
  void howBlankNodesHangTogetherDoes(String one, String other) throws Exception {
    assertThat(hash("GRAPH :g { " + one + " }", "CONSTRUCT WHERE { ?s ?p ?o }"))
        .isNotEqualTo(hash("GRAPH :g { " + other + " }", "CONSTRUCT WHERE { ?s ?p ?o }"));
  }

  @Test
  void aDifferenceCountsEveryRowAndTellsWhenItDoesNotShowThemAll() throws Exception {
    Budget budget = Budget.of(Duration.ofSeconds(20), Long.MAX_VALUE);
    StringBuilder many = new StringBuilder("GRAPH :g { :a :p 0");
    for (int i = 1; i <= 1500; i++) {
      many.append(", ").append(i);
    }
    Result before = result("GRAPH :g { :a :p 0, 'gone' }", "SELECT ?o { :a :p ?o }");
    Result after = result(many + " }", "SELECT ?o { :a :p ?o }");

    Comparison comparison = Comparison.of(before, after, budget);

    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison.added().count()).isEqualTo(1500);
    assertThat(comparison.added().shown()).hasSize(Comparison.MOST_SHOWN);
    assertThat(comparison.added().isCut()).isTrue();
    assertThat(comparison.removed().shown()).containsExactly(List.of("\"gone\""));
    assertThat(Comparison.of(before, before, budget).isSame()).isTrue();
  }

  @Test
  void theSameRowsInAnotherOrderAreToldApartFromOtherRows() throws Exception {
    Budget budget = Budget.of(Duration.ofSeconds(20), Long.MAX_VALUE);
    Comparison comparison =
        Comparison.of(
            result("GRAPH :g { :a :p 1, 2 . :b :q 1 }", "SELECT ?o { :a :p ?o } ORDER BY ?o"),
            result("GRAPH :g { :a :p 1, 2 . }", "SELECT ?o { :a :p ?o } ORDER BY DESC(?o)"),
            budget);

    assertThat(comparison.isOnlyOrder()).isTrue();
  }
}
