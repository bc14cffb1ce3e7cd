package org.dramatis.cli;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of seconds, such as {@code 30} or {@code 0.5}. */
final class SecondsConverter implements ITypeConverter<Duration> {

  private static final int MILLISECONDS = 3;

  @Override
  public Duration convert(String value) {
    try {
      return Duration.ofMillis(
          new BigDecimal(value).movePointRight(MILLISECONDS).toBigInteger().longValueExact());
    } catch (ArithmeticException | NumberFormatException malformed) {
      throw new TypeConversionException("'" + value + "' is not a number of seconds");
    }
  }
}
