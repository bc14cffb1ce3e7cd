package org.dramatis.http.page.picture;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * How wide a text is when it is drawn, in parts of the height of its letters: an estimate from
 * above, since a server has no fonts and does not know which one a reader has.
 */
final class TextWidth {

  private static final double NARROW = 0.38;
  private static final double USUAL = 0.66;
  private static final double BROAD = 0.82;
  private static final double BROADEST = 1.1;

  private static final String NARROW_LETTERS = "fijlrtI.,:;'’‘|!()[] /·";
  private static final String BROADEST_LETTERS = "mwMWÆŒ@%—…";

  /** Scripts whose letters are as broad as they are high, or join with others to be so. */
  private static final Set<UnicodeScript> SQUARE =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HANGUL,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.TAMIL,
          UnicodeScript.THAI);

  private TextWidth() {}

  /** The width of a text. */
  static double of(String text) {
    return text.codePoints().mapToDouble(TextWidth::of).sum();
  }

  private static double of(int letter) {
    int type = Character.getType(letter);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    if (NARROW_LETTERS.indexOf(letter) >= 0) {
      return NARROW;
    }
    if (BROADEST_LETTERS.indexOf(letter) >= 0) {
      return BROADEST;
    }
    if (!Character.isBmpCodePoint(letter)
        || type == Character.OTHER_SYMBOL
        || SQUARE.contains(UnicodeScript.of(letter))) {
      return BROADEST + NARROW;
    }
    return Character.isUpperCase(letter) ? BROAD : USUAL;
  }

  /** A text cut so that it is not wider than this; what is cut ends with three dots. */
  static String fit(String text, double width) {
    if (of(text) <= width) {
      return text;
    }
    double left = width - of('…');
    int end = 0;
    while (end < text.length() && left >= of(text.codePointAt(end))) {
      left -= of(text.codePointAt(end));
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(0, end).strip() + "…";
  }
}
