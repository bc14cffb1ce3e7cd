package org.dramatis.http.page;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;

/**
 * Escapes by context what templates show, and replaces what HTML has no way to write: most control
 * characters, and halves of characters.
 */
final class SafeOutput extends OwaspHtmlTemplateOutput {

  SafeOutput(TemplateOutput out) {
    super(out);
  }

  @Override
  @SuppressWarnings("NullAway") // The library passes what it is given, and says nothing of nulls.
  public void writeUserContent(String value) {
    super.writeUserContent(value == null ? null : writable(value));
  }

  /** Most texts are fine as they are. */
  static String writable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isWritable(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      safe.append(isWritable(text, i) ? text.charAt(i) : '\uFFFD');
    }
    return safe.toString();
  }

  private static boolean isWritable(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return !Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r';
  }
}
