package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.query.mistake.TextPlace;

/**
 * A text with numbered lines, of which one place is marked.
 *
 * @param lines those around the place
 * @param begins whether no line before them is left out
 * @param ends whether no line after them is left out
 */
public record MarkedText(List<Line> lines, boolean begins, boolean ends) {

  private static final int LINES_AROUND = 12;
  private static final int CHARACTERS_AROUND = 400;

  /** A line with its number. */
  public sealed interface Line {

    /** Its number. */
    int number();

    /** One where nothing is marked. */
    record Plain(int number, String text) implements Line {}

    /** The one with the place; nothing but a place is marked where the text ends too early. */
    record Marked(int number, String before, String token, String after) implements Line {}
  }

  /** The lines around the place; a very long line is shortened, so that a page stays a page. */
  static MarkedText of(String text, TextPlace place) {
    List<String> lines = text.lines().toList();
    int marked = Math.clamp(place.line() - 1, 0, Math.max(0, lines.size() - 1));
    int first = Math.max(0, marked - LINES_AROUND);
    int last = Math.min(lines.size(), marked + LINES_AROUND + 1);
    List<Line> shown = new ArrayList<>();
    for (int i = first; i < last; i++) {
      String line = lines.get(i);
      shown.add(i == marked ? mark(i + 1, line, place) : new Line.Plain(i + 1, shorten(line)));
    }
    return new MarkedText(shown, first == 0, last == lines.size());
  }

  private static Line mark(int number, String line, TextPlace place) {
    int start = Math.clamp(place.column() - 1, 0, line.length());
    int end = Math.min(line.length(), start + firstLine(place.token()).length());
    return new Line.Marked(
        number,
        line.substring(Math.max(0, start - CHARACTERS_AROUND), start),
        shorten(line.substring(start, end)),
        line.substring(end, Math.min(line.length(), end + CHARACTERS_AROUND)));
  }

  private static String firstLine(String token) {
    return token.lines().findFirst().orElse("");
  }

  private static String shorten(String line) {
    return line.length() > CHARACTERS_AROUND ? line.substring(0, CHARACTERS_AROUND) + "…" : line;
  }
}
