package org.dramatis.log;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * What a log says of a change before the change itself.
 *
 * @param version the number that the log gave it
 * @param previous the identity of the version before; empty for the first
 * @param time when the log took it, to the millisecond; never before the time of the one before
 * @param author who made it
 * @param message one line that tells what happened
 * @param added how many statements are new
 * @param deleted how many statements are gone
 * @param created the graphs that are there from now on even when they hold nothing
 * @param dropped the graphs that from now on are there only when they hold something
 * @param length how many bytes the rows of the change take
 * @param content the digest of these bytes
 * @param receipt for a writer who may ask once more
 */
public record Heading(
    Version version,
    Optional<Sha256> previous,
    Instant time,
    String author,
    String message,
    long added,
    long deleted,
    Set<Node> created,
    Set<Node> dropped,
    long length,
    Sha256 content,
    Optional<Receipt> receipt) {

  /** Refuses a heading without a number, and one whose chain does not begin with the first. */
  public Heading {
    if (version.equals(Version.NONE)) {
      throw new IllegalArgumentException("the first entry has version 1");
    }
    if (previous.isPresent() == version.equals(Version.NONE.next())) {
      throw new IllegalArgumentException("every version has one before it, except the first");
    }
  }

  /**
   * What this version is called wherever it is: the digest of this heading, which holds those of
   * the change and of the version before, so that it stands for the whole history up to here.
   */
  public Sha256 id() {
    return Sha256.of(HeadingText.write(this));
  }
}
