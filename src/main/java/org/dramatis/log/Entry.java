package org.dramatis.log;

import java.time.Instant;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/**
 * One change as it was committed.
 *
 * @param version the number that the log gave it
 * @param time when the log took it
 * @param change what it does
 */
public record Entry(Version version, Instant time, Change change) {

  /** Refuses an entry without a number of its own. */
  public Entry {
    if (version.equals(Version.NONE)) {
      throw new IllegalArgumentException("the first entry has version 1");
    }
  }
}
