package org.dramatis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateRunnerTest {

  private static final Duration LIMIT = Duration.ofMillis(300);

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD <file:///etc/passwd>",
        "INSERT { :a :b ?x } WHERE { SERVICE <http://localhost:1/> { ?x ?y ?z } }",
        "INSERT { :a :b ?x } WHERE { BIND(<java:java.lang.Object>() AS ?x) }",
      })
  void anUpdateReachesOutToNothing(String update) {
    assertThat(problem(update)).isInstanceOf(QueryProblem.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT { ?a :b ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
        "DELETE { ?a ?b ?l } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STRLEN(STR(?l)) > 99) }",
        "INSERT { :a :b ?x } WHERE { BIND(REPLACE('" + A60 + "', '(.*a){30}b', 'x') AS ?x) }",
      })
  @Timeout(60)
  void anUpdateKeepsToItsTime(String update) throws Exception {
    StringBuilder data = new StringBuilder("INSERT DATA {");
    for (int i = 0; i < 500; i++) {
      data.append(":s").append(i).append(" :p ").append(i).append(" .");
    }
    run(data.append("}").toString(), Duration.ofSeconds(60));

    assertThat(problem(update))
        .isInstanceOfAny(QueryProblem.OutOfTime.class, QueryProblem.OutOfMemory.class);
  }

  @Test
  void anUpdateChangesTheDataset() throws Exception {
    run("INSERT DATA { GRAPH :g { :a :p 1, 2 } }", LIMIT);
    run("DELETE { GRAPH :g { ?s :p 1 } } WHERE { GRAPH :g { ?s :p 1 } }", LIMIT);

    assertThat(dataset.stream()).hasSize(1);
  }

  @Test
  void anUpdateThatWouldKeepTooMuchIsStopped() throws Exception {
    run("INSERT DATA { :a :p 1, 2, 3, 4, 5, 6, 7, 8, 9 }", LIMIT);
    String update = "INSERT { ?x :q ?z } WHERE { ?a :p ?x . ?b :p ?y . ?c :p ?z . ?d :p ?u }";
    Budget small = Budget.of(Duration.ofSeconds(60), 100_000);

    QueryFailedException failed =
        assertThrows(
            QueryFailedException.class,
            () -> UpdateRunner.run(Sparql.parseUpdate(Graphs.query(update)), dataset, small));

    assertThat(failed.problem()).isEqualTo(new QueryProblem.OutOfMemory(100_000));
  }

  @Test
  void readingAnUpdateTakesItsTimeToo() {
    String update = "INSERT DATA { " + ":a :p 1 . ".repeat(500_000) + "}";
    Budget budget = Budget.of(Duration.ofMillis(50), 100_000_000);

    QueryFailedException failed =
        assertThrows(
            QueryFailedException.class, () -> Sparql.parseUpdate(Graphs.query(update), budget));

    assertThat(failed.problem()).isInstanceOf(QueryProblem.OutOfTime.class);
  }

  @Test
  void whatTheDataDoesNotAllowIsAProblem() {
    assertThat(problem("ADD :nothing TO :g")).isInstanceOf(QueryProblem.Unworkable.class);
  }

  private static final String A60 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

  private QueryProblem problem(String update) {
    return assertThrows(QueryFailedException.class, () -> run(update, LIMIT)).problem();
  }

  private void run(String update, Duration limit) throws Exception {
    UpdateRunner.run(
        Sparql.parseUpdate(Graphs.query(update)), dataset, Budget.of(limit, 100_000_000));
  }
}
