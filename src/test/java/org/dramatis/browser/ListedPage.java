package org.dramatis.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of {@code pages.txt}.
 *
 * @param server whose it is
 * @param name which page it is
 * @param address where it is
 */
public record ListedPage(String server, String name, String address) {

  private static final Path FILE = Path.of("src/test/resources/org/dramatis/browser/pages.txt");

  /** All lines. */
  public static List<ListedPage> all() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" +"))
        .map(parts -> new ListedPage(parts[0], parts[1], parts[2]))
        .toList();
  }

  /** Whether it tells of something that is not there. */
  boolean isOfError() {
    return List.of("ProblemPage", "TombstonePage").contains(name);
  }

  @Override
  public String toString() {
    return server + " " + name + " " + address;
  }
}
