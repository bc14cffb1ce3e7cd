package org.dramatis.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** The lines of sorted files in one order, each of them once. */
final class SortedLines implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final byte[] END = {};

  private final List<Run> all = new ArrayList<>();
  private final PriorityQueue<Run> waiting = new PriorityQueue<>();
  private byte[] last = END;

  private SortedLines() {}

  /** Opens the files. */
  static SortedLines merge(List<Path> files) throws IOException {
    SortedLines lines = new SortedLines();
    try {
      for (Path file : files) {
        Run run = new Run(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        lines.all.add(run);
        lines.queue(run);
      }
      return lines;
    } catch (IOException failed) {
      lines.close();
      throw failed;
    }
  }

  private void queue(Run run) throws IOException {
    run.advance();
    if (run.line.length > 0) {
      waiting.add(run);
    }
  }

  /** The next line with its end; nothing if there is none. */
  byte[] next() throws IOException {
    while (!waiting.isEmpty()) {
      Run first = waiting.remove();
      byte[] line = first.line;
      queue(first);
      if (!Arrays.equals(line, last)) {
        last = line;
        return line;
      }
    }
    return END;
  }

  @Override
  public void close() throws IOException {
    for (Run run : all) {
      run.in.close();
    }
  }

  /** One of the files, and the line in it that comes next. */
  private static final class Run implements Comparable<Run> {

    private final InputStream in;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
    private byte[] line = END;

    Run(InputStream in) {
      this.in = in;
    }

    void advance() throws IOException {
      buffer.reset();
      for (int next = in.read(); next >= 0; next = in.read()) {
        buffer.write(next);
        if (next == '\n') {
          break;
        }
      }
      line = buffer.toByteArray();
    }

    @Override
    public int compareTo(Run other) {
      return Arrays.compareUnsigned(line, other.line);
    }
  }
}
