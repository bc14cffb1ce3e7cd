package org.dramatis.http.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
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
  private final Consumer<String> warner;
  private final Thread thread;
  private long reported;
  private boolean failing;

  /**
   * Writes to a stream, which it closes in the end.
   *
   * @param lossReport the line that says that so many are missing
   * @param warner is told when lines cannot be written, and when they can be again; each once
   */
  LogWriter(OutputStream out, LongFunction<String> lossReport, Consumer<String> warner) {
    this.out = out;
    this.lossReport = lossReport;
    this.warner = warner;
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
        open = !lines.remove(END);
        write(lines);
        lines.clear();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<String> lines) {
    long missing = lost.sum();
    String text = String.join("", lines);
    String report = missing > reported ? lossReport.apply(missing - reported) : "";
    try {
      out.write((text + report).getBytes(StandardCharsets.UTF_8));
      out.flush();
      reported = missing;
      if (failing) {
        failing = false;
        warner.accept("The log of requests is written again; lines lost: " + missing);
      }
    } catch (IOException failed) {
      // Those that are missing are reported when there is a place again.
      lost.add(lines.size());
      if (!failing) {
        failing = true;
        warner.accept("The log of requests cannot be written: " + failed.getMessage());
      }
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
