package org.dramatis.http.page;

import java.util.List;
import org.dramatis.query.mistake.TextPlace;

/** A text with numbered lines, of which one place is marked. */
final class MarkedText {

  private static final int LINES_AROUND = 12;
  private static final int CHARACTERS_AROUND = 400;
  private static final String LEFT_OUT = "<span class=\"left-out\">…</span>\n";

  private MarkedText() {}

  /** The lines around the place; a very long line is shortened, so that a page stays a page. */
  static String write(String text, TextPlace place) {
    List<String> lines = text.lines().toList();
    int marked = Math.clamp(place.line() - 1, 0, Math.max(0, lines.size() - 1));
    int first = Math.max(0, marked - LINES_AROUND);
    int last = Math.min(lines.size(), marked + LINES_AROUND + 1);
    StringBuilder out = new StringBuilder("<pre class=\"lines\" tabindex=\"0\">");
    out.append(first > 0 ? LEFT_OUT : "");
    for (int i = first; i < last; i++) {
      String line = lines.get(i);
      out.append("<span class=\"number\">%d</span>".formatted(i + 1))
          .append(i == marked ? mark(line, place) : Html.escape(shorten(line)))
          .append('\n');
    }
    return out.append(last < lines.size() ? LEFT_OUT : "").append("</pre>\n").toString();
  }

  private static String mark(String line, TextPlace place) {
    int start = Math.clamp(place.column() - 1, 0, line.length());
    int end = Math.min(line.length(), start + firstLine(place.token()).length());
    String before = line.substring(Math.max(0, start - CHARACTERS_AROUND), start);
    String after = line.substring(end, Math.min(line.length(), end + CHARACTERS_AROUND));
    String token = shorten(line.substring(start, end));
    return Html.escape(before)
        + "<mark>"
        + (token.isEmpty() ? "\u200b⟨here⟩" : Html.escape(token))
        + "</mark>"
        + Html.escape(after);
  }

  private static String firstLine(String token) {
    return token.lines().findFirst().orElse("");
  }

  private static String shorten(String line) {
    return line.length() > CHARACTERS_AROUND ? line.substring(0, CHARACTERS_AROUND) + "…" : line;
  }
}
