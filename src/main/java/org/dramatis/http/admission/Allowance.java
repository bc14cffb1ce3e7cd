package org.dramatis.http.admission;

import java.time.Duration;

/**
 * The time of work that one client may still use: it comes back steadily, up to what can be saved.
 * Work is charged when it is done, so that it may become less than nothing.
 */
final class Allowance {

  private final double nanosPerNano;
  private final long most;
  private long left;
  private long filled;

  /** A full one, at a reading of {@link System#nanoTime}. */
  Allowance(Duration perMinute, Duration burst, long now) {
    this.nanosPerNano = (double) perMinute.toNanos() / Duration.ofMinutes(1).toNanos();
    this.most = burst.toNanos();
    this.left = most;
    this.filled = now;
  }

  /** How long it takes until there is something to use; zero when there is. */
  synchronized Duration timeUntilMore(long now) {
    fill(now);
    return left > 0 ? Duration.ZERO : Duration.ofNanos((long) (-left / nanosPerNano) + 1);
  }

  /** Takes what was used. */
  synchronized void charge(long nanos, long now) {
    fill(now);
    left -= nanos;
  }

  private void fill(long now) {
    left = Math.min(most, left + (long) ((now - filled) * nanosPerNano));
    filled = now;
  }
}
