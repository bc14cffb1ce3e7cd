package org.dramatis.http.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dramatis.model.Version;

/**
 * The data that a page shows, and the program that shows them.
 *
 * @param version the version of the data
 * @param time when it came to be
 * @param program the version of the program
 */
public record Edition(Version version, Optional<Instant> time, String program) {

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /** A time as people read it. */
  public static String shown(Instant time) {
    return SHORT.format(time);
  }

  /** A time as programs read it. */
  public static String exact(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
