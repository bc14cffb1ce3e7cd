package org.dramatis.http.page.picture;

import java.util.ArrayList;
import java.util.List;

/** A name broken into the few lines that the spot in the middle has room for. */
final class MiddleText {

  private static final int MOST_LINES = 3;

  /** As wide as the spot is there, in parts of the height of its letters. */
  private static final double WIDTH = 1.6 * Radial.MIDDLE / Label.SIZE;

  private MiddleText() {}

  /** The lines; what there is no room for is left out and ends with three dots. */
  static List<Label> of(String name) {
    List<String> lines = new ArrayList<>();
    String rest = name.strip();
    while (!rest.isEmpty() && lines.size() < MOST_LINES) {
      String line = lines.size() == MOST_LINES - 1 ? TextWidth.fit(rest, WIDTH) : first(rest);
      lines.add(line);
      rest = lines.size() == MOST_LINES ? "" : rest.substring(line.length()).strip();
    }
    List<Label> labels = new ArrayList<>();
    double top = -(lines.size() - 1) * Label.LINE / 2;
    for (int i = 0; i < lines.size(); i++) {
      labels.add(new Label(lines.get(i), 0, top + i * Label.LINE, 0, false));
    }
    return labels;
  }

  /** As many words as fit into a line, or as much as fits of the first one. */
  private static String first(String text) {
    if (TextWidth.of(text) <= WIDTH) {
      return text;
    }
    int end = 0;
    for (int blank = text.indexOf(' '); blank > 0; blank = text.indexOf(' ', blank + 1)) {
      if (TextWidth.of(text.substring(0, blank)) > WIDTH) {
        break;
      }
      end = blank;
    }
    if (end > 0) {
      return text.substring(0, end);
    }
    String cut = TextWidth.fit(text, WIDTH);
    return cut.substring(0, cut.length() - 1);
  }
}
