package org.dramatis.link.annotate;

/** Which letters of a text are capital. */
enum Casing {
  /** Its letters have no case. */
  NONE,
  /** There are letters with case, and none is capital. */
  SMALL,
  /** Some are capital. */
  CAPITAL;

  static Casing of(CharSequence text) {
    return of(text, 0, text.length());
  }

  static Casing of(CharSequence text, int start, int end) {
    Casing casing = NONE;
    for (int i = start; i < end; i += Character.charCount(Character.codePointAt(text, i))) {
      int letter = Character.codePointAt(text, i);
      if (Character.isUpperCase(letter) || Character.isTitleCase(letter)) {
        return CAPITAL;
      }
      if (Character.isLowerCase(letter)) {
        casing = SMALL;
      }
    }
    return casing;
  }
}
