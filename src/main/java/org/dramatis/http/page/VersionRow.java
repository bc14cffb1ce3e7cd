package org.dramatis.http.page;

import org.dramatis.history.VersionLine;
import org.dramatis.model.Version;

/**
 * A version in a table of versions.
 *
 * @param added how many statements that matter here came
 * @param deleted how many of them went
 */
public record VersionRow(VersionLine line, long added, long deleted) {

  /** A version with all that it changed. */
  static VersionRow of(VersionLine line) {
    return new VersionRow(line, line.added(), line.deleted());
  }

  /** Where a version is described. */
  static String address(Version version) {
    return "/history/" + version;
  }

  /** Where it is shown what changed between two versions. */
  static String difference(long from, long to) {
    return "/diff?from=" + from + "&to=" + to;
  }

  /** Where this version is described. */
  public String address() {
    return address(line.version());
  }

  /** Where it is shown what it changed. */
  public String difference() {
    return difference(line.version().number() - 1, line.version().number());
  }
}
