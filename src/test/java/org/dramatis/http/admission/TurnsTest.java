package org.dramatis.http.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.dramatis.query.budget.Budget;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final int MANY = 50_000;

  private final List<Runnable> begun = new ArrayList<>();

  /** There is a thread for one, and none for anybody else. */
  private void execute(Runnable work) {
    if (!begun.isEmpty()) {
      throw new RejectedExecutionException("there is no thread");
    }
    begun.add(work);
  }

  @Test
  void howeverManyWaitAllAreSentAwayWhenThereIsNoThread() {
    Turns turns = new Turns(1, MANY, this::execute);
    for (int i = 0; i <= MANY; i++) {
      Budget budget = Budget.of(Duration.ofMinutes(1), 1);
      turns.submit(new Task<>(Client.named("a"), budget, () -> "done", turns));
    }
    assertThat(turns.waiting()).isEqualTo(MANY);

    turns.lend("a");

    assertThat(turns.waiting()).isZero();
    assertThat(turns.running()).isZero();
  }
}
