package org.dramatis.http.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalLong;
import org.dramatis.http.admission.ByteBound;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;

class AnswersOnTheirWayTest {

  private static final int KILOBYTE = 1024;

  private final AnswersOnTheirWay answers = new AnswersOnTheirWay(new ByteBound(250 * KILOBYTE));

  private static StoredAnswer answer(int kilobytes) {
    return new StoredAnswer(
        Version.NONE, Map.of(), OptionalLong.empty(), new byte[kilobytes * KILOBYTE]);
  }

  @Test
  void whatIsOneTooManyIsRefusedUntilAnotherHasArrived() throws Exception {
    ByteBound.Hold first = answers.send(answer(100));
    ByteBound.Hold second = answers.send(answer(100));

    assertThatThrownBy(() -> answers.send(answer(100)))
        .isInstanceOfSatisfying(
            RequestRefusedException.class,
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(503);
              assertThat(refused.problem().retryAfterSeconds()).isPresent();
            });
    first.close();
    answers.send(answer(100)).close();
    second.close();
  }

  @Test
  void whatManyReadIsHeldOnceAndUntilTheLastHasReadIt() throws Exception {
    StoredAnswer popular = answer(200);
    ByteBound.Hold first = answers.send(popular);
    ByteBound.Hold second = answers.send(popular);
    first.close();

    assertThatThrownBy(() -> answers.send(answer(100))).isInstanceOf(RequestRefusedException.class);
    second.close();
    answers.send(answer(100)).close();
  }

  @Test
  void smallAnswersAreAlwaysSentAndALargeOneAlone() throws Exception {
    ByteBound.Hold alone = answers.send(answer(1000));
    answers.send(answer(64)).close();
    alone.close();
  }
}
