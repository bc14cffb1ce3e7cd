package org.dramatis.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dramatis.log.Lasting;
import org.dramatis.model.Base;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Namespaces;

/**
 * What cannot change from one start to the next, because the log depends on it.
 *
 * @param defaultGraph what the default graph is
 * @param base what the names of the data begin with
 */
public record Settled(DefaultGraph defaultGraph, String base) {

  /** The file that tells what the default graph is, which every folder of data has. */
  public static final String DEFAULT_GRAPH = "default-graph";

  /** The file that tells the base, where it is not the canonical one. */
  private static final String BASE = "base";

  /** The files that hold it. */
  public static final List<String> FILES = List.of(DEFAULT_GRAPH, BASE);

  /** What a folder is made with by this process. */
  static Settled with(DefaultGraph defaultGraph) {
    return new Settled(defaultGraph, Namespaces.BASE);
  }

  /** What a folder of data was made with. */
  public static Settled in(Path folder) throws IOException {
    String defaultGraph = read(folder.resolve(DEFAULT_GRAPH));
    return new Settled(DefaultGraph.valueOf(defaultGraph.toUpperCase(Locale.ROOT)), base(folder));
  }

  /** What the names in a folder begin with, which may have no data yet. */
  public static String base(Path folder) throws IOException {
    Path file = folder.resolve(BASE);
    return Files.exists(file) ? read(file) : Base.CANONICAL;
  }

  /** Whether a folder was made with anything. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(DEFAULT_GRAPH));
  }

  /** The files of a folder that hold it. */
  public static List<Path> files(Path folder) {
    return FILES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
  }

  /**
   * Lets a new folder be made with this.
   *
   * @throws IOException if it was made with something else
   */
  void keep(Path folder) throws IOException {
    if (!isIn(folder)) {
      // The file that every folder has is the last, so that a crash between them leaves none.
      if (!base.equals(Base.CANONICAL)) {
        Lasting.write(folder.resolve(BASE), base + '\n');
      }
      Lasting.write(folder.resolve(DEFAULT_GRAPH), word(defaultGraph) + '\n');
      return;
    }
    Settled before = in(folder);
    if (!before.equals(this)) {
      throw new IOException(
          Stream.of(
                  differing(folder, DEFAULT_GRAPH, word(before.defaultGraph), word(defaultGraph)),
                  differing(folder, BASE, before.base, base))
              .flatMap(List::stream)
              .findFirst()
              .orElseThrow());
    }
  }

  private static List<String> differing(Path folder, String what, String before, String now) {
    return before.equals(now)
        ? List.of()
        : List.of(
            "%s was made with %s %s and cannot be opened with %s"
                .formatted(folder, what, before, now));
  }

  private static String word(DefaultGraph defaultGraph) {
    return defaultGraph.name().toLowerCase(Locale.ROOT);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }
}
