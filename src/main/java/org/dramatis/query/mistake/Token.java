package org.dramatis.query.mistake;

import java.util.Locale;

/**
 * A piece of a text that was meant to be SPARQL.
 *
 * @param kind what it looks like
 * @param text as it stands
 * @param start its place in the text, counted from 0
 * @param line counted from 1
 * @param column counted from 1
 */
record Token(Kind kind, String text, int start, int line, int column) {

  /** What a piece looks like, which need not be what was meant. */
  enum Kind {
    /** Letters, such as a keyword. */
    WORD,
    VARIABLE,
    IRI,
    /** Like {@code d:work}. */
    PREFIXED_NAME,
    /** An address without its angle brackets. */
    BARE_IRI,
    STRING,
    NUMBER,
    LANGUAGE,
    BLANK_NODE,
    /** Punctuation of SPARQL. */
    MARK,
    /** A quotation mark without its partner, and the rest of its line. */
    UNCLOSED_STRING,
    /** An angle bracket with an address behind it that never ends. */
    UNCLOSED_IRI,
    /** A character that SPARQL has no use for. */
    STRAY,
    /** The end of the text. */
    END
  }

  private static final int MOST_SHOWN = 60;

  boolean is(String wordOrMark) {
    return (kind == Kind.WORD || kind == Kind.MARK) && text.equalsIgnoreCase(wordOrMark);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** Whether it can be a part of a triple. */
  boolean isTerm() {
    return switch (kind) {
      case VARIABLE, IRI, PREFIXED_NAME, BARE_IRI, STRING, NUMBER, BLANK_NODE -> true;
      case WORD -> is("a") || is("true") || is("false");
      case LANGUAGE, MARK, UNCLOSED_STRING, UNCLOSED_IRI, STRAY, END -> false;
    };
  }

  int end() {
    return start + text.length();
  }

  /** Upper case, as keywords are written in a message. */
  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  /** In quotes, and not longer than a message bears. */
  String shown() {
    String line = text.lines().findFirst().orElse("");
    return "'" + (line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line) + "'";
  }

  /** Its place in words. */
  String place() {
    return "line %d, column %d".formatted(line, column);
  }
}
