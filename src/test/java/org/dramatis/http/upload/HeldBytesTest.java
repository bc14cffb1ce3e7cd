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
  void aBodyThatIsAloneMayBeLonger() throws Exception {
    try (HeldBytes.Share alone = bodies.open()) {
      alone.take(90);
      alone.take(90);
      assertThat(bodies.held()).isEqualTo(180);
    }
  }
}
