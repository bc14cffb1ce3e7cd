package org.dramatis.query.problem;

/** Text made fit for one line of a terminal or a log. */
public final class Visible {

  private Visible() {}

  /** The text with control characters written out, so that it neither breaks the line nor acts. */
  public static String of(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        default -> shown.append(Character.isISOControl(c) ? "\\u%04X".formatted((int) c) : c);
      }
    }
    return shown.toString();
  }
}
