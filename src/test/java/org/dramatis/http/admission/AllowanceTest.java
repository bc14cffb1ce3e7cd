package org.dramatis.http.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Allowance half = new Allowance(Duration.ofSeconds(30), Duration.ofSeconds(60), 0);

  @Test
  void aBurstIsThereAtOnceAndThenNothing() {
    half.charge(59 * SECOND, 0);
    assertThat(half.timeUntilMore(0)).isZero();
    half.charge(SECOND, 0);
    assertThat(half.timeUntilMore(0)).isPositive();
  }

  @Test
  void whatWasUsedBeyondItIsOwed() {
    half.charge(70 * SECOND, 0);
    assertThat(half.timeUntilMore(0)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
    assertThat(half.timeUntilMore(21 * SECOND)).isZero();
  }

  @Test
  void noMoreIsSavedThanABurst() {
    half.charge(60 * SECOND, 1_000_000 * SECOND);
    assertThat(half.timeUntilMore(1_000_000 * SECOND)).isPositive();
  }
}
