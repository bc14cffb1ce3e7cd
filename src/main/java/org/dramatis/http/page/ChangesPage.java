package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;

/**
 * Some versions in a row, as a table, and how a program follows them.
 *
 * @param next where the next ones stand, if there can be any
 */
public record ChangesPage(List<Row> rows, Optional<String> next) implements Page {

  /** One version. */
  public record Row(
      String version, String time, String author, String message, String added, String deleted) {

    /** What it changed. */
    public Link patch() {
      return new Link(
          "/changes?since=%d&limit=1&format=patch".formatted(Long.parseLong(version) - 1), version);
    }
  }

  @Override
  public String title() {
    return "What changed";
  }

  @Override
  public Section section() {
    return Section.VERSIONS;
  }
}
