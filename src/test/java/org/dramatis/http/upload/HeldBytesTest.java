package org.dramatis.http.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.junit.jupiter.api.Test;

class HeldBytesTest {

  private final HeldBytes bodies = new HeldBytes(100);

  @Test
  void bodiesTogetherHaveABound() throws Exception {
    try (HeldBytes.Share first = bodies.open()) {
      first.take(60);
      try (HeldBytes.Share second = bodies.open()) {
        second.take(40);
        assertThatThrownBy(() -> second.take(1))
            .isInstanceOfSatisfying(
                RequestRefusedException.class,
                refused -> {
                  assertThat(refused.problem().type()).isEqualTo(ProblemType.OVERLOADED);
                  assertThat(refused.problem().retryAfter()).isPresent();
                });
      }
      assertThat(bodies.held()).as("what was refused is given back").isEqualTo(60);
      first.take(40);
    }
    assertThat(bodies.held()).isZero();
  }

  @Test
  void aBodyThatIsTooLongEvenAloneIsRefusedForGood() throws Exception {
    try (HeldBytes.Share other = bodies.open();
        HeldBytes.Share tooLong = bodies.open()) {
      other.take(30);
      assertThatThrownBy(() -> tooLong.take(101))
          .isInstanceOfSatisfying(
              RequestRefusedException.class,
              refused -> {
                assertThat(refused.problem().type()).isEqualTo(ProblemType.TOO_LARGE);
                assertThat(refused.problem().retryAfter()).isEmpty();
              });
      assertThat(bodies.held()).isEqualTo(30);
    }
  }
}
