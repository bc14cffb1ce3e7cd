package org.dramatis.log;

import java.time.Instant;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/**
 * One change as it was committed.
 *
 * @param heading its number, its time and its place in the chain
 * @param change what it does
 */
public record Entry(Heading heading, Change change) {

  /** The number that the log gave it. */
  public Version version() {
    return heading.version();
  }

  /** When the log took it. */
  public Instant time() {
    return heading.time();
  }
}
