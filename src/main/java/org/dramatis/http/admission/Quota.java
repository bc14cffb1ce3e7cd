package org.dramatis.http.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/** How much work each client may use. Whoever was not heard of for long has everything again. */
final class Quota {

  private static final long MOST_CLIENTS = 100_000;

  private final Duration perMinute;
  private final Duration burst;
  private final Cache<String, Allowance> allowances;

  /** So much work a minute, and so much saved up; zero is no limit. */
  Quota(Duration perMinute, Duration burst) {
    this.perMinute = perMinute;
    this.burst = burst.compareTo(perMinute) < 0 ? perMinute : burst;
    this.allowances =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();
  }

  /** Refuses a client who has used up everything. */
  void admit(String client) throws RequestRefusedException {
    if (perMinute.isZero()) {
      return;
    }
    Duration wait = of(client).timeUntilMore(System.nanoTime());
    if (wait.isPositive()) {
      throw new RequestRefusedException(
          HttpProblem.of(
                  ProblemType.QUOTA_USED_UP,
                  "A client may use %d seconds of work a minute, and this one has used its share"
                      .formatted(perMinute.toSeconds()))
              .retryAfter(wait));
    }
  }

  /** Counts what a request used. */
  void charge(String client, long nanos) {
    if (!perMinute.isZero()) {
      of(client).charge(nanos, System.nanoTime());
    }
  }

  private Allowance of(String client) {
    return allowances.get(client, _ -> new Allowance(perMinute, burst, System.nanoTime()));
  }
}
