package org.dramatis.http.answer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.StopReason;

/**
 * Sees to it that what several clients ask at the same time is computed once. Whoever asks first
 * computes it; when that fails, it failed for him alone, and the next one tries.
 */
public final class Computations {

  /** Computes an answer; nothing is returned when it was too large to be held and shared. */
  @FunctionalInterface
  public interface Computation {
    /**
     * Computes it.
     *
     * @param tooLargeToShare to be run as soon as that is known, so that nobody waits for it
     */
    Optional<StoredAnswer> run(Runnable tooLargeToShare)
        throws IOException, QueryFailedException, RequestRefusedException;
  }

  private static final long MILLIS_BETWEEN_LOOKS = 100;

  private sealed interface Outcome {
    record Shared(StoredAnswer answer) implements Outcome {}

    record TooLarge() implements Outcome {}

    record Failed() implements Outcome {}
  }

  private final ConcurrentMap<AnswerKey, CompletableFuture<Outcome>> running =
      new ConcurrentHashMap<>();

  /**
   * The answer by somebody else who computes it already, or by this computation.
   *
   * @param budget ends the waiting, too, when it is stopped or out of time
   * @param gone whether nobody waits for this answer any more
   */
  public Optional<StoredAnswer> once(
      AnswerKey key, Budget budget, BooleanSupplier gone, Computation computation)
      throws IOException, QueryFailedException, RequestRefusedException {
    while (true) {
      CompletableFuture<Outcome> mine = new CompletableFuture<>();
      CompletableFuture<Outcome> other = running.putIfAbsent(key, mine);
      if (other == null) {
        return compute(key, mine, computation);
      }
      switch (await(other, budget, gone)) {
        case Outcome.Shared(StoredAnswer answer) -> {
          return Optional.of(answer);
        }
        case Outcome.TooLarge() -> {
          return computation.run(() -> {});
        }
        case Outcome.Failed() -> {}
      }
    }
  }

  private Optional<StoredAnswer> compute(
      AnswerKey key, CompletableFuture<Outcome> mine, Computation computation)
      throws IOException, QueryFailedException, RequestRefusedException {
    try {
      Optional<StoredAnswer> answer =
          computation.run(() -> {
            running.remove(key, mine);
            mine.complete(new Outcome.TooLarge());
          });
      mine.complete(answer.<Outcome>map(Outcome.Shared::new).orElseGet(Outcome.TooLarge::new));
      return answer;
    } finally {
      running.remove(key, mine);
      mine.complete(new Outcome.Failed());
    }
  }

  private static Outcome await(
      CompletableFuture<Outcome> other, Budget budget, BooleanSupplier gone)
      throws IOException, QueryFailedException {
    Optional<Outcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      outcome = awaitBriefly(other);
      if (gone.getAsBoolean()) {
        budget.stop(StopReason.CLIENT_GONE);
      }
      try {
        budget.check();
      } catch (BudgetSpentException spent) {
        throw spent.asFailure();
      }
    }
    return outcome.get();
  }

  private static Optional<Outcome> awaitBriefly(CompletableFuture<Outcome> other)
      throws InterruptedIOException {
    try {
      return Optional.of(other.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("an outcome is never an exception", impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the same answer");
    }
  }
}
