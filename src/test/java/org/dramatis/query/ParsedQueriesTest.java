package org.dramatis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.query.problem.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedQueriesTest {

  private static final int SMALL_STACK = 512 * 1024;

  private final ParsedQueries queries = new ParsedQueries(AllowedEndpoints.NONE);

  @Test
  void aQueryWhoseClientIsGoneIsNotRead() {
    Budget budget = Budget.of(Duration.ofMinutes(1), Long.MAX_VALUE);
    budget.stop(StopReason.CLIENT_GONE);

    QueryFailedException failed =
        assertThrows(
            QueryFailedException.class,
            () -> queries.read("this is no query at all", List.of(), List.of(), budget));

    assertThat(failed.problem()).isEqualTo(new QueryProblem.Stopped(StopReason.CLIENT_GONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 + ", "1 = 2 || ", "1 = 1 && ", "1 - ", "2 * "})
  void aChainTooLongForTheStackIsAProblem(String link) throws Exception {
    String query = "ASK { FILTER(%s 1 > 1) }".formatted(link.repeat(20_000));
    FutureTask<QueryProblem> reading = new FutureTask<>(() -> problem(query));
    Thread.ofPlatform().stackSize(SMALL_STACK).start(reading);

    assertThat(reading.get()).isEqualTo(Sparql.NESTED_TOO_DEEPLY);
  }

  private QueryProblem problem(String query) {
    Budget budget = Budget.of(Duration.ofMinutes(1), Long.MAX_VALUE);
    return assertThrows(
            QueryFailedException.class, () -> queries.read(query, List.of(), List.of(), budget))
        .problem();
  }
}
