package org.dramatis.link.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a name when case, accents and punctuation do not count: {@code Maridueña} and
 * {@code MARIDUENA} are the same.
 */
final class Folding {

  /** Only those of the Latin, Greek and Cyrillic scripts; in others a mark makes another letter. */
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

  private static final String APOSTROPHE = "'’ʼ`´";
  private static final Pattern APOSTROPHES = Pattern.compile("[" + APOSTROPHE + "]");

  private Folding() {}

  /** The text as it is compared. */
  static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = ACCENTS.matcher(decomposed).replaceAll("");
    String small = Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(small.length());
    small.codePoints().forEach(letter -> append(letter, folded));
    return folded.toString();
  }

  /**
   * One code point as it is compared when it stands in a longer text: decomposed, so that a letter
   * with its accent is the same as the letter with the accent behind it, which is nothing.
   */
  static String letter(int codePoint) {
    String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    String small = ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(small.length());
    // At the end of a word sigma has another form, which does not count.
    small.codePoints().forEach(letter -> append(letter == 'ς' ? 'σ' : letter, folded));
    return folded.toString();
  }

  /** Whether it is one of the signs that are left out of a word. */
  static boolean isApostrophe(int codePoint) {
    return APOSTROPHE.indexOf(codePoint) >= 0;
  }

  /** Letters that are not a base with a mark, and are typed as if they were. */
  private static void append(int letter, StringBuilder folded) {
    switch (letter) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'đ', 'ð' -> folded.append('d');
      case 'ł' -> folded.append('l');
      case 'ħ' -> folded.append('h');
      case 'ŧ' -> folded.append('t');
      case 'þ' -> folded.append("th");
      case 'ı' -> folded.append('i');
      default -> folded.appendCodePoint(letter);
    }
  }

  /** The words of a text, folded. A Chinese character is a word of its own. */
  static List<String> words(String text) {
    String folded = APOSTROPHES.matcher(fold(text)).replaceAll("");
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    folded
        .codePoints()
        .forEach(letter -> {
          boolean alone = Character.isIdeographic(letter);
          if (alone || !isPartOfWord(letter)) {
            end(word, words);
          }
          if (alone) {
            words.add(Character.toString(letter));
          } else if (isPartOfWord(letter)) {
            word.appendCodePoint(letter);
          }
        });
    end(word, words);
    return words;
  }

  /** Vowel signs and the like belong to the letter before them. */
  static boolean isPartOfWord(int letter) {
    int type = Character.getType(letter);
    return Character.isLetterOrDigit(letter)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
