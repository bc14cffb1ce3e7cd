package org.dramatis.link.search;

import java.util.List;

/**
 * The letters of a running text as they are compared in a search by name, so that the same is found
 * in a text as in a list of names.
 */
public final class Letters {

  private static final int ASCII = 0x80;
  private static final int PLANE = 0x10000;

  /** Filled as letters come along; two threads that fill one place write the same. */
  private static final String[] FOLDED = new String[PLANE];

  private Letters() {}

  /** A code point without case and accent: one letter, several, or none. */
  public static String fold(int codePoint) {
    if (codePoint >= PLANE) {
      return Folding.letter(codePoint);
    }
    String known = FOLDED[codePoint];
    if (known == null) {
      known = Folding.letter(codePoint);
      FOLDED[codePoint] = known;
    }
    return known;
  }

  /** The words of a name as they are compared; a Chinese character is a word of its own. */
  public static List<String> words(String name) {
    return Folding.words(name);
  }

  /** Whether a code point belongs to a word: letters, digits, and the marks on them. */
  public static boolean isPartOfWord(int codePoint) {
    if (codePoint >= ASCII) {
      return Folding.isPartOfWord(codePoint);
    }
    int small = codePoint | 0x20;
    return (small >= 'a' && small <= 'z') || (codePoint >= '0' && codePoint <= '9');
  }

  /** Whether it stands inside words without parting them. */
  public static boolean isApostrophe(int codePoint) {
    return Folding.isApostrophe(codePoint);
  }
}
