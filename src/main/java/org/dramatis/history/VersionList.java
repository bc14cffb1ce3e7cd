package org.dramatis.history;

import java.util.List;
import java.util.stream.Stream;
import org.dramatis.log.Heading;
import org.dramatis.model.Version;
import org.dramatis.store.History;

/**
 * Part of the list of all versions, the newest first.
 *
 * @param lines the versions of this part
 * @param newest the newest version that there is
 */
public record VersionList(List<VersionLine> lines, Version newest) {

  /** Copies the list. */
  public VersionList {
    lines = List.copyOf(lines);
  }

  /** So many versions up to one. */
  public static VersionList upTo(History history, Version last, int most) {
    Version newest = history.store().version();
    long end = Math.min(last.number(), newest.number());
    long begin = Math.max(0, end - most);
    List<Release> releases = new Releases(history).all();
    try (Stream<Heading> headings = history.log().headings(new Version(begin))) {
      List<VersionLine> lines =
          headings.limit(end - begin).map(heading -> VersionLine.of(heading, releases)).toList();
      return new VersionList(lines.reversed(), newest);
    }
  }

  /** The version before all of these; {@link Version#NONE} if there is none. */
  public Version before() {
    return lines.isEmpty() ? Version.NONE : new Version(lines.getLast().version().number() - 1);
  }
}
