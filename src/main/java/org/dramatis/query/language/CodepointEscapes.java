package org.dramatis.query.language;

import java.util.Map;
import org.apache.jena.query.QueryParseException;

/**
 * The codepoint escapes of a query, such as {@code \\u0041}, which SPARQL 1.2 allows in strings and
 * IRIs only, and which there stand for a character and nothing else. Jena resolves them before it
 * looks for tokens, so that an escaped quotation mark would end its string.
 */
final class CodepointEscapes {

  private static final Map<Integer, String> IN_STRINGS =
      Map.of(
          (int) '"', "\\\"",
          (int) '\'', "\\'",
          (int) '\\', "\\\\",
          (int) '\n', "\\n",
          (int) '\r', "\\r",
          (int) '\t', "\\t",
          (int) '\b', "\\b",
          (int) '\f', "\\f");

  private static final String NEVER_IN_IRIS = "<>\"{}|^`\\";

  private final String text;
  private final StringBuilder settled = new StringBuilder();
  private int position;

  private CodepointEscapes(String text) {
    this.text = text;
  }

  /**
   * The same query, in which each escape that is left may be resolved at any time.
   *
   * @throws QueryParseException if an escape stands in the wrong place or for no character
   */
  static String settle(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    CodepointEscapes escapes = new CodepointEscapes(text);
    while (escapes.position < text.length()) {
      escapes.settleToken();
    }
    return escapes.settled.toString();
  }

  private void settleToken() {
    switch (text.charAt(position)) {
      case '#' -> settleComment();
      case '"', '\'' -> settleString();
      case '<' -> settleIri();
      case '\\' -> {
        if (isCodepointEscape()) {
          throw failure("an escape such as \\u0041 stands in strings and IRIs only");
        }
        copy(2);
      }
      default -> copy(1);
    }
  }

  private void copy(int length) {
    int end = Math.min(position + length, text.length());
    settled.append(text, position, end);
    position = end;
  }

  private boolean isCodepointEscape() {
    return text.startsWith("\\u", position) || text.startsWith("\\U", position);
  }

  /** Nothing in a comment is to become the end of its line. */
  private void settleComment() {
    while (position < text.length() && "\r\n".indexOf(text.charAt(position)) < 0) {
      char c = text.charAt(position++);
      settled.append(c == '\\' ? ' ' : c);
    }
  }

  private void settleString() {
    String quote = text.substring(position, position + 1);
    String longQuote = quote.repeat(3);
    String delimiter = text.startsWith(longQuote, position) ? longQuote : quote;
    copy(delimiter.length());
    while (position < text.length() && !text.startsWith(delimiter, position)) {
      if (isCodepointEscape()) {
        int start = position;
        int character = character();
        settled.append(IN_STRINGS.getOrDefault(character, text.substring(start, position)));
      } else {
        copy(text.charAt(position) == '\\' ? 2 : 1);
      }
    }
    copy(delimiter.length());
  }

  /** What begins like an IRI and is none, such as a comparison, is left as it is. */
  private void settleIri() {
    int end = position + 1;
    while (end < text.length() && (mayStandInIri(text.charAt(end)) || text.charAt(end) == '\\')) {
      end++;
    }
    if (end == text.length() || text.charAt(end) != '>') {
      copy(1);
      return;
    }
    while (position < end) {
      if (isCodepointEscape()) {
        int start = position;
        int character = character();
        if (!mayStandInIri(character)) {
          position = start;
          throw failure("this escape stands for a character that no IRI has");
        }
        settled.append(text, start, position);
      } else {
        copy(1);
      }
    }
  }

  private static boolean mayStandInIri(int character) {
    return character > ' ' && NEVER_IN_IRIS.indexOf(character) < 0;
  }

  /** The character that the escape here stands for; goes on behind it. */
  private int character() {
    int length = text.charAt(position + 1) == 'u' ? 4 : 8;
    String digits =
        text.substring(
            Math.min(position + 2, text.length()), Math.min(position + 2 + length, text.length()));
    if (digits.length() < length || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      throw failure("this escape needs %d hexadecimal digits".formatted(length));
    }
    long character = Long.parseLong(digits, 16);
    if (character > Character.MAX_CODE_POINT
        || (Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE)) {
      throw failure("this escape stands for no character");
    }
    position += 2 + length;
    return (int) character;
  }

  private QueryParseException failure(String reason) {
    String before = text.substring(0, position);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = position - before.lastIndexOf('\n');
    return new QueryParseException(reason, line, column);
  }
}
