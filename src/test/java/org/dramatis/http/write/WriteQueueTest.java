package org.dramatis.http.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.endpoint.Askers;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Sha256;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.StopReason;
import org.junit.jupiter.api.Test;

class WriteQueueTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final WriteQueue queue = new WriteQueue(1);
  private final Budget first = change();

  private static Budget change() {
    return Budget.of(LONG, 1000);
  }

  /** Waits on another thread, and tells what came of it. */
  private FutureTask<Boolean> waitFor(Budget change) throws InterruptedException {
    FutureTask<Boolean> waits =
        new FutureTask<>(() -> {
          queue.enter(change, LONG);
          return true;
        });
    Thread.ofVirtual().start(waits);
    while (queue.waiting() < 1) {
      Thread.sleep(5);
    }
    return waits;
  }

  @Test
  void oneMoreThanMayWaitIsSentAway() throws Exception {
    queue.enter(first, LONG);
    Budget second = change();
    FutureTask<Boolean> waits = waitFor(second);

    assertThatThrownBy(() -> queue.enter(change(), LONG))
        .isInstanceOfSatisfying(
            RequestRefusedException.class,
            refused -> {
              assertThat(refused.problem().type()).isEqualTo(ProblemType.OVERLOADED);
              assertThat(refused.problem().retryAfter()).isPresent();
            });

    queue.leave(first);
    assertThat(waits.get()).isTrue();
    queue.leave(second);
    queue.enter(change(), Duration.ZERO);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void whoWaitsInVainIsSentAwayAndWaitsNoMore() throws Exception {
    queue.enter(first, LONG);
    assertThatThrownBy(() -> queue.enter(change(), Duration.ofMillis(1)))
        .isInstanceOf(RequestRefusedException.class);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void whoIsStoppedWaitsNoMore() throws Exception {
    queue.enter(first, LONG);
    Budget second = change();
    FutureTask<Boolean> waits = waitFor(second);

    second.stop(StopReason.BY_OPERATOR);

    assertThatThrownBy(waits::get).hasCauseInstanceOf(BudgetSpentException.class);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void aTokenHasNotTheShareOfAnAddressThatItIsCalledLike() {
    Token token = new Token("192.0.2.1", Set.of(Scope.READ), Sha256.of("t"), List.of());
    assertThat(Askers.client(token).name()).isEqualTo("token:192.0.2.1");
    assertThat(Askers.client(token).peer()).isEqualTo(Optional.empty());
  }
}
