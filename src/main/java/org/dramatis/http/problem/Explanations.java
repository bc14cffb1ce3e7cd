package org.dramatis.http.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.MissingResourceException;

/**
 * The page of the documentation that explains every kind of error: below a heading with its word
 * stands a line with its address, status and title, then the explanation.
 */
final class Explanations {

  private static final String PAGE = "problems.md";
  private static final String HEADING = "\n## ";
  private static final String BLANK_LINE = "\n\n";

  private static final Map<ProblemType, String> ALL = read();

  private Explanations() {}

  /** What the page says of a kind, in Markdown. */
  static String of(ProblemType type) {
    String explanation = ALL.get(type);
    if (explanation == null) {
      throw new MissingResourceException("nothing explains it", PAGE, type.slug());
    }
    return explanation;
  }

  private static Map<ProblemType, String> read() {
    Map<ProblemType, String> explanations = new EnumMap<>(ProblemType.class);
    String[] sections = text().split(HEADING, -1);
    for (int i = 1; i < sections.length; i++) {
      String[] parts = sections[i].split(BLANK_LINE, 3);
      ProblemType.of(parts[0]).ifPresent(type -> explanations.put(type, parts[2].strip()));
    }
    return explanations;
  }

  private static String text() {
    try (InputStream page = Explanations.class.getResourceAsStream(PAGE)) {
      if (page == null) {
        throw new MissingResourceException("the page is not packed", PAGE, "");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
