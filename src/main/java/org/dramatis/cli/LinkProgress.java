package org.dramatis.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** Tells on one line of a terminal how far a linking has come; without one it says nothing. */
final class LinkProgress implements AutoCloseable {

  private static final long BETWEEN_LINES = Duration.ofMillis(250).toNanos();
  private static final String CLEAR = "\r\u001B[K";
  private static final int BAR = 20;

  private final PrintStream err;
  private final boolean shown;
  private long told = System.nanoTime();

  LinkProgress(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  static LinkProgress of(PrintStream err) {
    return new LinkProgress(
        err, Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent());
  }

  synchronized void at(String phase, long done, long total) {
    if (shown && System.nanoTime() - told > BETWEEN_LINES) {
      told = System.nanoTime();
      err.print(CLEAR + line(phase, done, total));
      err.flush();
    }
  }

  static String line(String phase, long done, long total) {
    int full = (int) Math.min(BAR, BAR * done / Math.max(1, total));
    return "[%s] %3d %%, %s: %,d of %,d"
        .formatted(
            "#".repeat(full) + ".".repeat(BAR - full),
            100 * done / Math.max(1, total),
            phase,
            done,
            total);
  }

  @Override
  public void close() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
