package org.dramatis.http.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/** How often each client may have something kept: so many times in an hour, all at once or not. */
public final class Ration {

  private static final Duration PERIOD = Duration.ofHours(1);
  private static final long MOST_CLIENTS = 100_000;

  private final int most;
  private final String what;
  private final Cache<String, Allowance> allowances =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(PERIOD.multipliedBy(2))
          .executor(Runnable::run)
          .build();

  /**
   * So many times in an hour.
   *
   * @param most zero is no limit
   * @param what is had so many times, in the plural
   */
  public Ration(int most, String what) {
    this.most = most;
    this.what = what;
  }

  /** Counts one, or refuses a client who has had all. */
  public void take(Client client) throws RequestRefusedException {
    if (most == 0) {
      return;
    }
    long now = System.nanoTime();
    // Time comes back as it goes by, and each of them costs its part of the hour. An allowance lets
    // one more pass as long as anything is left of it.
    Duration cost = PERIOD.dividedBy(most);
    Duration full = PERIOD.minus(cost).plusNanos(1);
    Allowance allowance =
        allowances.get(client.name(), _ -> new Allowance(Duration.ofMinutes(1), full, now));
    Duration wait = allowance.timeUntilMore(now);
    if (wait.isPositive()) {
      throw new RequestRefusedException(
          HttpProblem.of(
                  ProblemType.QUOTA_USED_UP,
                  "A client may make %d %s in an hour, and this one has made them"
                      .formatted(most, what))
              .retryAfter(wait));
    }
    allowance.charge(cost.toNanos(), now);
  }
}
