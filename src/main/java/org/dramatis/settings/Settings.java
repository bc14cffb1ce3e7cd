package org.dramatis.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything that can be set, with defaults that are safe.
 *
 * @param home the folder that holds {@code ontology}, {@code seeds} and {@code queries}
 * @param host the name or address to listen on; only this machine unless told otherwise
 * @param port the port to listen on; 0 takes any free one
 * @param timeLimit how long a query may take
 */
public record Settings(Path home, String host, int port, Duration timeLimit) {

  private static final int HIGHEST_PORT = 65_535;
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Refuses what no start could work with, by the name of the setting. */
  public Settings {
    require(!host.isBlank() && host.equals(host.strip()), "host", host, "a name or an address");
    require(0 <= port && port <= HIGHEST_PORT, "port", port, "a number from 0 to " + HIGHEST_PORT);
    require(
        timeLimit.isPositive() && timeLimit.compareTo(LONGEST) <= 0,
        "time limit",
        timeLimit.toMillis() + " ms",
        "more than 0 and at most a day");
  }

  /** The defaults for a project in this folder. */
  public static Settings of(Path home) {
    return new Settings(home, "localhost", 3030, Duration.ofSeconds(30));
  }

  /** The same with another place to listen. */
  public Settings listeningOn(String otherHost, int otherPort) {
    return new Settings(home, otherHost, otherPort, timeLimit);
  }

  /** The same with another time limit. */
  public Settings within(Duration otherTimeLimit) {
    return new Settings(home, host, port, otherTimeLimit);
  }

  /** The folder of the published queries. */
  public Path queries() {
    return home.resolve("queries");
  }

  private static void require(boolean condition, String name, Object value, String expected) {
    if (!condition) {
      throw new BadSettingException(name, String.valueOf(value), expected);
    }
  }
}
