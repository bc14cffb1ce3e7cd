package org.dramatis.link.annotate;

import java.util.HashMap;
import java.util.Map;

/** What stands for a character in HTML, by its number or by its name. */
final class CharacterReference {

  /** The names of U+00A0 to U+00FF, in their order. */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final int FIRST_LATIN = 0xA0;
  private static final int LONGEST = 12;
  private static final int REPLACEMENT = 0xFFFD;
  private static final Map<String, String> NAMED = named();

  /**
   * A reference, or the sign that begins none.
   *
   * @param text what it stands for
   * @param length how many chars it has
   */
  record Read(String text, int length) {}

  private CharacterReference() {}

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    int letter = FIRST_LATIN;
    for (String name : LATIN.split(" ", -1)) {
      named.put(name, Character.toString(letter));
      letter++;
    }
    named.putAll(
        Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "OElig", "Œ", "oelig", "œ",
            "Scaron", "Š", "scaron", "š", "Yuml", "Ÿ"));
    named.putAll(
        Map.of(
            "ndash", "–", "mdash", "—", "lsquo", "‘", "rsquo", "’", "sbquo", "‚", "ldquo", "“",
            "rdquo", "”", "bdquo", "„", "hellip", "…", "bull", "•"));
    named.putAll(
        Map.of(
            "ensp", "\u2002", "emsp", "\u2003", "thinsp", "\u2009", "zwnj", "\u200C", "zwj",
            "\u200D", "lsaquo", "‹", "rsaquo", "›", "euro", "€", "trade", "™", "prime", "′"));
    return named;
  }

  /** What begins with the ampersand at this place; one that begins nothing stands for itself. */
  static Read read(String html, int ampersand) {
    int last = Math.min(html.length(), ampersand + LONGEST);
    int end = html.substring(ampersand, last).indexOf(';') + ampersand;
    if (end > ampersand + 1) {
      String inner = html.substring(ampersand + 1, end);
      String text = inner.charAt(0) == '#' ? numbered(inner) : NAMED.getOrDefault(inner, "");
      if (!text.isEmpty()) {
        return new Read(text, end + 1 - ampersand);
      }
    }
    return new Read("&", 1);
  }

  private static String numbered(String inner) {
    boolean hex = inner.startsWith("#x") || inner.startsWith("#X");
    try {
      int number =
          hex ? Integer.parseInt(inner.substring(2), 16) : Integer.parseInt(inner.substring(1));
      return Character.toString(isCharacter(number) ? number : REPLACEMENT);
    } catch (NumberFormatException noNumber) {
      return "";
    }
  }

  private static boolean isCharacter(int number) {
    return number > 0
        && Character.isValidCodePoint(number)
        && !(number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE);
  }
}
