package org.dramatis.http.endpoint;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/** Waits for what follows the log to catch up with it, as long as a client is willing to wait. */
public final class Catching {

  /** How long is waited, and when to come again. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private Catching() {}

  /**
   * Waits until something is done, but not longer than this.
   *
   * @throws RequestRefusedException if it is not done by then
   * @throws InterruptedException if the request was stopped
   * @throws ExecutionException if it cannot be done
   */
  public static void await(CompletableFuture<Void> done, Duration most)
      throws RequestRefusedException, InterruptedException, ExecutionException {
    try {
      done.get(Math.min(most.toMillis(), PATIENCE.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw notYet();
    }
  }

  /** What a client is told that comes too early. */
  public static RequestRefusedException notYet() {
    return new RequestRefusedException(
        HttpProblem.of(ProblemType.OVERLOADED, "the names are being read, and not all are there")
            .retryAfter(PATIENCE));
  }
}
