package org.dramatis.link.annotate;

import java.lang.Character.UnicodeScript;

/** How the words of a script are told apart where no space stands between them. */
enum Writing {
  /** Words have spaces between them. */
  SPACED(1),
  /** Chinese characters: a word may begin and end with any of them. */
  HAN(2),
  /** Hiragana: mostly endings and particles, in which a short name is found everywhere. */
  HIRAGANA(3),
  /** Katakana: foreign names are runs of it, which are not cut. */
  KATAKANA(1),
  /** Hangul: spaces stand between words, but particles follow without one. */
  HANGUL(1),
  /** Thai, Lao, Khmer and Burmese: no spaces at all. */
  UNSPACED(3);

  private static final int KATAKANA_LONG_SOUND = 0x30FC;
  private static final int FIRST_OTHER = 0x0E00;

  private final int least;

  Writing(int least) {
    this.least = least;
  }

  /** How many letters a name needs to be found where no boundary is to be seen. */
  int least() {
    return least;
  }

  /** Whether each letter is taken by itself. */
  boolean isByLetter() {
    return this != SPACED;
  }

  /** Whether words of this writing may meet without anything between them. */
  boolean mayMeet() {
    return switch (this) {
      case SPACED, KATAKANA, HANGUL -> false;
      case HAN, HIRAGANA, UNSPACED -> true;
    };
  }

  static Writing of(int codePoint) {
    if (codePoint < FIRST_OTHER) {
      return SPACED;
    }
    if (codePoint == KATAKANA_LONG_SOUND) {
      return KATAKANA;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HAN -> HAN;
      case HIRAGANA -> HIRAGANA;
      case KATAKANA -> KATAKANA;
      case HANGUL -> HANGUL;
      case THAI, LAO, KHMER, MYANMAR -> UNSPACED;
      default -> SPACED;
    };
  }
}
