package org.dramatis.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a number of seconds is written wherever somebody may give one: {@code 30}, {@code 0.5}. */
public final class Seconds {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?|[.][0-9]{1,9}");
  private static final int NANOS = 9;

  private Seconds() {}

  /** The time, to the nanosecond; nothing if the text is no such number. */
  public static Optional<Duration> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(
            Duration.ofNanos(new BigDecimal("0" + text).movePointRight(NANOS).longValue()))
        : Optional.empty();
  }
}
