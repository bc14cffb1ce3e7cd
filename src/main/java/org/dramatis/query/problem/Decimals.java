package org.dramatis.query.problem;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as decimal seconds. */
final class Decimals {

  private Decimals() {}

  /** The seconds without an exponent or trailing zeros: {@code 30}, {@code 0.25}. */
  static String plain(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
