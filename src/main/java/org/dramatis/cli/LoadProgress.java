package org.dramatis.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.commons.lang3.StringUtils;

/** Tells how far a load has come, on one line of a terminal; without a terminal it says nothing. */
final class LoadProgress implements AutoCloseable {

  private static final long BETWEEN_LOOKS = 1 << 10;
  private static final long BETWEEN_LINES = Duration.ofMillis(250).toNanos();
  private static final String CLEAR = "\r\u001B[K";
  private static final double SECOND = 1e9;
  private static final int BAR = 20;

  /** A line that goes on in the next one of the terminal cannot be taken back. */
  private static final int WIDTH = 79;

  private final PrintStream err;
  private final boolean shown;
  private final long total;
  private final long began = System.nanoTime();
  private long told = began;
  private String file = "";
  private long before;
  private LongSupplier inFile = () -> 0;
  private long read;

  LoadProgress(PrintStream err, long total, boolean shown) {
    this.err = err;
    this.total = total;
    this.shown = shown;
  }

  /** Speaks only if somebody sits in front of the program. */
  static LoadProgress of(PrintStream err, long total) {
    boolean shown =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    return new LoadProgress(err, total, shown);
  }

  /** Another file is being read; the supplier tells how many bytes of it have been. */
  void file(String name, LongSupplier bytes) {
    before += inFile.getAsLong();
    inFile = bytes;
    file = name;
  }

  /** So many statements have been read. */
  void statements(long count) {
    read = count;
    if (shown && count % BETWEEN_LOOKS == 0 && System.nanoTime() - told > BETWEEN_LINES) {
      told = System.nanoTime();
      err.print(CLEAR + line((told - began) / SECOND));
      err.flush();
    }
  }

  /** What the line says after so many seconds; what matters most comes first. */
  String line(double seconds) {
    long bytes = before + inFile.getAsLong();
    String rate = "%,d statements, %,.0f a second: %s".formatted(read, read / seconds, file);
    if (total == 0 || bytes == 0) {
      return StringUtils.truncate(rate, WIDTH);
    }
    long left = Math.max(0, Math.round(seconds * (total - bytes) / bytes));
    int done = (int) Math.min(BAR, BAR * bytes / total);
    String bar = "#".repeat(done) + ".".repeat(BAR - done);
    String line =
        "[%s] %3d %%, %d:%02d left, %s"
            .formatted(bar, Math.min(100, bytes * 100 / total), left / 60, left % 60, rate);
    return StringUtils.truncate(line, WIDTH);
  }

  /** What is done now cannot be measured on its way. */
  void phase(String what) {
    if (shown) {
      err.print(CLEAR + "%,d statements read; %s".formatted(read, what));
      err.flush();
    }
  }

  /** The line goes. */
  void done() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
  }

  /** How many statements were read. */
  long read() {
    return read;
  }

  /** How long it has taken so far, and how many statements that is in a second. */
  String time() {
    double seconds = (System.nanoTime() - began) / SECOND;
    return "%.1f s (%,.0f a second)".formatted(seconds, read / seconds);
  }

  @Override
  public void close() {
    done();
  }
}
