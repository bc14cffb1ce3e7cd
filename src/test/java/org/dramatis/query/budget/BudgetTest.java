package org.dramatis.query.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dramatis.query.Graphs;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.query.problem.StopReason;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void timeThatPassesIsSpentForGood() throws Exception {
    Budget budget = Budget.of(Duration.ofMillis(5), 1000);
    TimeUnit.MILLISECONDS.sleep(10);

    assertThat(problem(budget)).isEqualTo(new QueryProblem.OutOfTime(Duration.ofMillis(5)));
    assertThat(budget.stop(StopReason.BY_OPERATOR)).isFalse();
    assertThat(problem(budget)).isInstanceOf(QueryProblem.OutOfTime.class);
  }

  @Test
  void waitingForTheClientTakesNoTime() throws Exception {
    Budget budget = Budget.of(Duration.ofSeconds(2), 1000);

    budget.waiting(() -> {
      try {
        TimeUnit.MILLISECONDS.sleep(2100);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return true;
    });

    assertThatCode(budget::check).doesNotThrowAnyException();
  }

  @Test
  void memoryThatIsGivenBackCanBeUsedAgain() {
    Budget budget = Budget.of(LONG, 1000);
    for (int i = 0; i < 10; i++) {
      budget.charge(900);
      budget.release(900);
    }
    assertThat(budget.used()).isZero();

    assertThrows(BudgetSpentException.class, () -> budget.charge(1001));
    assertThat(problem(budget)).isEqualTo(new QueryProblem.OutOfMemory(1000));
  }

  @Test
  void whatAllQueriesKeepTogetherIsBoundedToo() {
    Memory shared = Memory.of(1000);
    Budget other = Budget.of(LONG, 900, shared);
    other.charge(700);
    Budget budget = Budget.of(LONG, 900, shared);

    assertThrows(BudgetSpentException.class, () -> budget.charge(301));
    assertThat(problem(budget)).isEqualTo(new QueryProblem.Stopped(StopReason.SERVER_MEMORY));
    assertThatCode(other::check).doesNotThrowAnyException();

    budget.close();
    assertThat(shared.used()).isEqualTo(700);
    other.release(100);
    other.close();
    other.close();
    assertThat(shared.used()).isZero();
  }

  @Test
  void waitingForAnotherServiceLendsTheTurnButTakesTime() throws Exception {
    Budget budget = Budget.of(Duration.ofMillis(100), 1000);
    List<String> told = new ArrayList<>();
    budget.onWaiting(
        new Budget.Waiting() {
          @Override
          public void begins() {
            told.add("begins");
          }

          @Override
          public void ends() {
            told.add("ends");
          }
        });

    budget.lending(() -> {
      assertThat(budget.isLent()).isTrue();
      TimeUnit.MILLISECONDS.sleep(200);
      return true;
    });

    assertThat(told).containsExactly("begins", "ends");
    assertThat(budget.isLent()).isFalse();
    assertThat(problem(budget)).isInstanceOf(QueryProblem.OutOfTime.class);
  }

  @Test
  void theFirstWhoStopsItSaysWhy() {
    Budget budget = Budget.of(LONG, 1000);

    assertThat(budget.stop(StopReason.CLIENT_GONE)).isTrue();
    assertThat(budget.stop(StopReason.SHUTDOWN)).isFalse();
    assertThat(problem(budget)).isEqualTo(new QueryProblem.Stopped(StopReason.CLIENT_GONE));
  }

  @Test
  void aQueryEndsSoonAfterItIsStopped() throws Exception {
    Budget budget = Budget.of(LONG, 1_000_000_000);
    StringBuilder data = new StringBuilder("GRAPH :g {");
    for (int i = 0; i < 500; i++) {
      data.append(":s").append(i).append(" :p ").append(i).append(" .");
    }
    QueryRunner runner = new QueryRunner(Graphs.store(data.append("}").toString()), LONG);
    Thread operator =
        Thread.ofPlatform()
            .start(() -> {
              while (budget.used() == 0) {
                Thread.onSpinWait();
              }
              budget.stop(StopReason.BY_OPERATOR);
            });
    String query =
        Graphs.query("SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");

    QueryFailedException failed =
        assertThrows(
            QueryFailedException.class,
            () ->
                runner.run(
                    Sparql.parse(query),
                    budget,
                    (_, answer) -> ((Answer.Rows) answer).rows().next()));

    operator.join();
    assertThat(failed.problem()).isEqualTo(new QueryProblem.Stopped(StopReason.BY_OPERATOR));
  }

  private static QueryProblem problem(Budget budget) {
    return assertThrows(BudgetSpentException.class, budget::check).problem();
  }
}
