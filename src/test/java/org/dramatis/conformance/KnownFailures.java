package org.dramatis.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The tests that are left failing, each with its reason, as the file beside this class lists them.
 *
 * @param reasons by the id of the test
 */
record KnownFailures(Map<String, String> reasons) {

  private static final String FILE = "/conformance/known-failures.txt";

  /** Reads the file: a line a test, its id and after a blank the reason; {@code //} comments. */
  static KnownFailures read() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(KnownFailures.class.getResourceAsStream(FILE)),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (!line.isBlank() && !line.startsWith("//")) {
          String[] parts = line.split(" ", 2);
          if (parts.length < 2 || reasons.put(parts[0], parts[1].strip()) != null) {
            throw new IOException("not a test and its reason, or twice the same: " + line);
          }
        }
      }
    }
    return new KnownFailures(reasons);
  }

  Optional<String> reason(W3cTest test) {
    return Optional.ofNullable(reasons.get(test.id()));
  }
}
