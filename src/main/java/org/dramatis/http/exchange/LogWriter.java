package org.dramatis.http.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;

/**
 * Writes lines in a thread of its own, many at a time, so that no request waits for a disk or a
 * terminal. When whoever reads them is slower than they come, some are lost, and a line says how
 * many: a log must not be able to stop the service.
 */
final class LogWriter implements AutoCloseable {

  private static final int MOST_WAITING = 16 * 1024;
  private static final int MOST_AT_ONCE = 1024;
  private static final long GATHERING_MILLIS = 20;
  private static final String END = "";

  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final LongAdder lost = new LongAdder();
  private final OutputStream out;
  private final LongFunction<String> lossReport;
  private final Thread thread;
  private long reported;

  /**
   * Writes to a stream, which it closes in the end.
   *
   * @param lossReport the line that says that so many are missing
   */
  LogWriter(OutputStream out, LongFunction<String> lossReport) {
    this.out = out;
    this.lossReport = lossReport;
    this.thread = Thread.ofPlatform().daemon().name("request-log").start(this::writeAll);
  }

  /** Has a line written soon. */
  void write(String line) {
    if (!waiting.offer(line)) {
      lost.increment();
    }
  }

  /** How many lines were never written. */
  long lost() {
    return lost.sum();
  }

  private void writeAll() {
    List<String> lines = new ArrayList<>(MOST_AT_ONCE);
    boolean open = true;
    try {
      while (open) {
        lines.add(waiting.take());
        // Waking a thread for each line would cost more than all the rest.
        if (waiting.isEmpty() && !lines.contains(END)) {
          Thread.sleep(GATHERING_MILLIS);
        }
        waiting.drainTo(lines, MOST_AT_ONCE);
        open = !lines.contains(END);
        reportLosses(lines);
        write(lines);
        lines.clear();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void reportLosses(List<String> lines) {
    long now = lost.sum();
    if (now > reported) {
      lines.add(lossReport.apply(now - reported));
      reported = now;
    }
  }

  private void write(List<String> lines) {
    try {
      out.write(String.join("", lines).getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException failed) {
      // There is nowhere to say so; the metrics tell.
      lost.add(lines.size());
      reported += lines.size();
    }
  }

  /** Writes what is left, as long as that takes no more than a second. */
  @Override
  public void close() {
    try {
      waiting.put(END);
      thread.join(1000);
      out.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      lost.increment();
    }
  }
}
