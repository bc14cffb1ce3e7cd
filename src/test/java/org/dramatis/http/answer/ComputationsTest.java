package org.dramatis.http.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.StopReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComputationsTest {

  private static final Version VERSION = new Version(1);
  private static final AnswerKey KEY =
      new AnswerKey(VERSION, "ASK {}", List.of(), List.of(), "csv", OptionalLong.empty());
  private static final Optional<StoredAnswer> ANSWER =
      Optional.of(new StoredAnswer(VERSION, Map.of(), OptionalLong.empty(), new byte[0]));
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Computations computations = new Computations();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger computed = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void close() {
    goOn.countDown();
    clients.close();
  }

  private Future<Optional<StoredAnswer>> first(Computations.Computation computation)
      throws InterruptedException {
    Future<Optional<StoredAnswer>> first =
        clients.submit(() ->
            computations.once(
                KEY,
                Budget.of(PATIENCE, 1),
                () -> false,
                tooLarge -> {
                  begun.countDown();
                  await(goOn);
                  return computation.run(tooLarge);
                }));
    begun.await();
    return first;
  }

  private Future<Optional<StoredAnswer>> another(Duration patience) {
    return another(Budget.of(patience, 1), () -> false);
  }

  private Future<Optional<StoredAnswer>> another(Budget budget, BooleanSupplier gone) {
    return clients.submit(() ->
        computations.once(
            KEY,
            budget,
            gone,
            _ -> {
              computed.incrementAndGet();
              return ANSWER;
            }));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void whatManyAskAtOnceIsComputedOnce() throws Exception {
    Future<Optional<StoredAnswer>> first = first(_ -> ANSWER);
    List<Future<Optional<StoredAnswer>>> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(another(PATIENCE));
    }
    TimeUnit.MILLISECONDS.sleep(100);
    goOn.countDown();

    assertThat(first.get()).isSameAs(ANSWER);
    for (Future<Optional<StoredAnswer>> other : others) {
      assertThat(other.get().orElseThrow()).isSameAs(ANSWER.orElseThrow());
    }
    assertThat(computed).hasValue(0);
  }

  @Test
  void aFailureIsTheFailureOfOneOnly() throws Exception {
    Future<Optional<StoredAnswer>> first =
        first(_ -> {
          throw new IOException("the client is gone");
        });
    Future<Optional<StoredAnswer>> second = another(PATIENCE);
    Future<Optional<StoredAnswer>> third = another(PATIENCE);
    TimeUnit.MILLISECONDS.sleep(50);
    goOn.countDown();

    assertThatThrownBy(first::get)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the client is gone");
    assertThat(second.get()).isPresent();
    assertThat(third.get()).isPresent();
    assertThat(computed.get()).isBetween(1, 2);
  }

  @Test
  void nobodyWaitsForWhatIsTooLargeToShare() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    Future<Optional<StoredAnswer>> first =
        first(tooLarge -> {
          tooLarge.run();
          await(sent);
          return Optional.empty();
        });
    Future<Optional<StoredAnswer>> second = another(PATIENCE);
    goOn.countDown();

    assertThat(second.get()).isPresent();
    assertThat(first.isDone()).isFalse();
    sent.countDown();
    assertThat(first.get()).isEmpty();
  }

  @Test
  void patienceHasAnEnd() throws Exception {
    Future<Optional<StoredAnswer>> first = first(_ -> ANSWER);

    assertEnded(another(Duration.ofMillis(20)), "0.02");
    goOn.countDown();
    assertThat(first.get()).isPresent();
  }

  @Test
  void whoIsStoppedWaitsNoLonger() throws Exception {
    Future<Optional<StoredAnswer>> first = first(_ -> ANSWER);
    Budget budget = Budget.of(PATIENCE, 1);
    Future<Optional<StoredAnswer>> second = another(budget, () -> false);
    budget.stop(StopReason.BY_OPERATOR);

    assertEnded(second, "an operator stopped it");
    goOn.countDown();
    assertThat(first.get()).isPresent();
  }

  @Test
  void nobodyWaitsForWhoIsGone() throws Exception {
    Future<Optional<StoredAnswer>> first = first(_ -> ANSWER);

    assertEnded(another(Budget.of(PATIENCE, 1), () -> true), "nobody waits");
    goOn.countDown();
    assertThat(first.get()).isPresent();
  }

  private void assertEnded(Future<Optional<StoredAnswer>> waiting, String why) {
    assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(QueryFailedException.class)
        .hasMessageContaining(why);
    assertThat(computed).hasValue(0);
  }
}
