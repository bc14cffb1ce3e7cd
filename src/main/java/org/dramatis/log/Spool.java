package org.dramatis.log;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.sparql.core.Quad;

/**
 * Puts down statements that are too many for the memory, and gives each of them back once, sorted
 * by the bytes of their rows. What fits into a buffer is sorted there and written as a run; runs
 * are merged. All of it lies in a folder of its own, which goes when this is closed.
 */
public final class Spool implements AutoCloseable {

  private static final int BUFFER_AT_MOST = 32 << 20;

  /** The part of the memory that the buffer may take. */
  private static final int SHARE = 16;

  /** So many files are read at once. */
  private static final int RUNS_AT_ONCE = 64;

  private final Path folder;
  private final int limit;
  private final Buffer buffer;
  private final RDFChangesWriterText rows;
  private List<Path> runs = new ArrayList<>();
  private int files;

  private Spool(Path folder, int limit) {
    this.folder = folder;
    this.limit = limit;
    this.buffer = new Buffer(limit);
    this.rows = RDFChangesWriterText.create(buffer);
  }

  /** An empty one in a new folder below the one given, which is made if it is not there. */
  public static Spool in(Path parent) throws IOException {
    return in(parent, (int) Math.min(BUFFER_AT_MOST, Runtime.getRuntime().maxMemory() / SHARE));
  }

  static Spool in(Path parent, int limit) throws IOException {
    Files.createDirectories(parent);
    return new Spool(Files.createTempDirectory(parent, "spool-"), limit);
  }

  /**
   * Takes a statement, whether it came before or not.
   *
   * @throws IllegalArgumentException if a term of it cannot be written down
   */
  public void add(Quad quad) throws IOException {
    Rows.add(quad, rows);
    if (buffer.size() >= limit) {
      spill();
    }
  }

  /** All that came, each statement once; nothing may come afterwards. */
  public Spooled finish() throws IOException {
    spill();
    Spooled all = merge(runs);
    runs = List.of();
    return all;
  }

  /** Where another file of the same folder may be made. */
  Path next() {
    files++;
    return folder.resolve(Integer.toString(files));
  }

  private void spill() throws IOException {
    rows.finish();
    if (buffer.size() > 0) {
      Path run = next();
      buffer.writeSorted(run);
      runs.add(run);
      buffer.reset();
    }
    if (runs.size() >= RUNS_AT_ONCE) {
      runs = new ArrayList<>(List.of(merge(runs).path()));
    }
  }

  private Spooled merge(List<Path> sorted) throws IOException {
    Path path = next();
    long size = 0;
    try (SortedLines lines = SortedLines.merge(sorted);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      for (byte[] line = lines.next(); line.length > 0; line = lines.next()) {
        out.write(line);
        size++;
      }
    }
    for (Path run : sorted) {
      Files.delete(run);
    }
    return new Spooled(this, path, size);
  }

  /** Deletes everything that was put down. */
  @Override
  public void close() throws IOException {
    PathUtils.deleteDirectory(folder);
  }

  /** Lines one behind the other, which can be written in another order. */
  private static final class Buffer extends ByteArrayOutputStream {

    private static final int SLACK = 1 << 16;

    Buffer(int limit) {
      super(limit + SLACK);
    }

    /** Where a line begins, and where the next one does. */
    private record Line(int from, int to) {}

    private int compare(Line one, Line other) {
      return Arrays.compareUnsigned(buf, one.from(), one.to(), buf, other.from(), other.to());
    }

    synchronized void writeSorted(Path path) throws IOException {
      List<Line> lines = new ArrayList<>();
      int from = 0;
      for (int i = 0; i < count; i++) {
        if (buf[i] == '\n') {
          lines.add(new Line(from, i + 1));
          from = i + 1;
        }
      }
      lines.sort(this::compare);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
        for (Line line : lines) {
          out.write(buf, line.from(), line.to() - line.from());
        }
      }
    }
  }
}
