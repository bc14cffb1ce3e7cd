package org.dramatis.feed;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Sorts any number of different lines in little memory, by files in a folder of its own. */
final class SortedLines implements AutoCloseable {

  /** About 40 MB of statements. */
  private static final int IN_MEMORY = 100_000;

  private final Path folder;
  private final List<Path> runs = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /** Takes the lines, in order and each once. */
  @FunctionalInterface
  interface Sink {
    void accept(String line) throws IOException;
  }

  /** Where a run stands. */
  private record Head(String line, BufferedReader rest) {}

  SortedLines(Path parent) throws IOException {
    this.folder = Files.createTempDirectory(parent, "sorting");
  }

  void add(String line) throws IOException {
    lines.add(line);
    if (lines.size() == IN_MEMORY) {
      writeRun();
    }
  }

  private void writeRun() throws IOException {
    Collections.sort(lines);
    Path run = folder.resolve(Integer.toString(runs.size()));
    try (BufferedWriter out = Files.newBufferedWriter(run)) {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
    runs.add(run);
    lines.clear();
  }

  void forEach(Sink sink) throws IOException {
    writeRun();
    List<BufferedReader> open = new ArrayList<>();
    try {
      PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::line));
      for (Path run : runs) {
        BufferedReader in = Files.newBufferedReader(run);
        open.add(in);
        push(in, heads);
      }
      String last = "";
      while (!heads.isEmpty()) {
        Head head = heads.remove();
        if (!head.line().equals(last)) {
          sink.accept(head.line());
          last = head.line();
        }
        push(head.rest(), heads);
      }
    } finally {
      for (BufferedReader in : open) {
        in.close();
      }
    }
  }

  private static void push(BufferedReader in, PriorityQueue<Head> heads) throws IOException {
    String line = in.readLine();
    if (line != null) {
      heads.add(new Head(line, in));
    }
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
    Files.deleteIfExists(folder);
  }
}
