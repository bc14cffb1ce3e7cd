package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Sha256;
import org.junit.jupiter.api.Test;

class WriteQueueTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void oneMoreThanMayWaitIsSentAway() throws Exception {
    WriteQueue queue = new WriteQueue(1);
    queue.enter(LONG);
    Thread second =
        Thread.ofVirtual()
            .start(() -> {
              try {
                queue.enter(LONG);
                queue.leave();
              } catch (RequestRefusedException refused) {
                throw new IllegalStateException(refused);
              }
            });
    while (queue.waiting() < 1) {
      Thread.sleep(5);
    }

    assertThatThrownBy(() -> queue.enter(LONG))
        .isInstanceOfSatisfying(
            RequestRefusedException.class,
            refused -> {
              assertThat(refused.problem().type()).isEqualTo(ProblemType.OVERLOADED);
              assertThat(refused.problem().retryAfter()).isPresent();
            });

    queue.leave();
    second.join();
    queue.enter(Duration.ZERO);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void whoWaitsInVainIsSentAwayAndWaitsNoMore() throws Exception {
    WriteQueue queue = new WriteQueue(1);
    queue.enter(LONG);
    assertThatThrownBy(() -> queue.enter(Duration.ofMillis(1)))
        .isInstanceOf(RequestRefusedException.class);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void aTokenHasNotTheShareOfAnAddressThatItIsCalledLike() {
    Token token = new Token("192.0.2.1", Set.of(Scope.READ), Sha256.of("t"), List.of());
    assertThat(Writers.client(token).name()).isEqualTo("token:192.0.2.1");
    assertThat(Writers.client(token).peer()).isEqualTo(Optional.empty());
  }
}
