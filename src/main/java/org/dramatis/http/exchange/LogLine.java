package org.dramatis.http.exchange;

import java.time.Instant;
import org.dramatis.settings.Settings.LogFormat;

/**
 * One line of the log, made of names and values: {@code name=value} pairs or a JSON object.
 * Whatever a client sent is escaped, so that it can neither begin a line of its own nor drive a
 * terminal.
 */
final class LogLine {

  private final LogFormat format;
  private final StringBuilder line = new StringBuilder(256);

  LogLine(LogFormat format, Instant time, String event) {
    this.format = format;
    if (format == LogFormat.JSON) {
      line.append('{');
    }
    text("time", time.toString());
    text("event", event);
  }

  /** Adds a text, of which no more than so many characters are written. */
  LogLine text(String name, String value, int most) {
    return text(name, value.length() > most ? value.substring(0, most) + "..." : value);
  }

  LogLine text(String name, String value) {
    name(name);
    if (format == LogFormat.JSON || !isPlain(value)) {
      quoted(value);
    } else {
      line.append(value);
    }
    return this;
  }

  /** Adds a number or a truth value, as it stands. */
  LogLine bare(String name, Object value) {
    name(name);
    line.append(value);
    return this;
  }

  /** The whole line, with its end. */
  String end() {
    return line.append(format == LogFormat.JSON ? "}\n" : "\n").toString();
  }

  private void name(String name) {
    if (format == LogFormat.JSON) {
      line.append(line.length() > 1 ? ",\"" : "\"").append(name).append("\":");
    } else {
      line.append(line.isEmpty() ? "" : " ").append(name).append('=');
    }
  }

  private static boolean isPlain(String value) {
    return !value.isEmpty()
        && value.chars().allMatch(c -> '!' <= c && c <= '~' && "\"\\=".indexOf(c) < 0);
  }

  private void quoted(String value) {
    line.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> line.append('\\').append(c);
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (' ' <= c && c <= '~') {
            line.append(c);
          } else {
            line.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    line.append('"');
  }
}
