package org.dramatis.history;

import java.time.Instant;
import java.util.List;
import org.dramatis.log.Heading;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * A version in short.
 *
 * @param version its number
 * @param id its identity
 * @param time when it was made
 * @param author who made it
 * @param message what the author says of it
 * @param added how many statements are new in it
 * @param deleted how many statements are no longer in it
 * @param releases the names under which it was released
 */
public record VersionLine(
    Version version,
    Sha256 id,
    Instant time,
    String author,
    String message,
    long added,
    long deleted,
    List<String> releases) {

  /** Copies the list. */
  public VersionLine {
    releases = List.copyOf(releases);
  }

  static VersionLine of(Heading heading, List<Release> releases) {
    return new VersionLine(
        heading.version(),
        heading.id(),
        heading.time(),
        heading.author(),
        heading.message(),
        heading.added(),
        heading.deleted(),
        releases.stream()
            .filter(release -> release.version().equals(heading.version()))
            .map(Release::name)
            .toList());
  }
}
