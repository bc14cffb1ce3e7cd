package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import org.dramatis.history.VersionLine;

/**
 * Part of the list of all versions as a page.
 *
 * @param next where older ones stand, if there are any
 */
public record HistoryPage(List<VersionLine> lines, Optional<String> next) implements Page {

  @Override
  public String title() {
    return "Versions";
  }

  @Override
  public Section section() {
    return Section.VERSIONS;
  }

  /** The versions. */
  public List<VersionRow> rows() {
    return lines.stream().map(VersionRow::of).toList();
  }
}
