package org.dramatis.query.mistake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what is wrong with a text that could not be read. */
public final class Mistakes {

  /** What the text was meant to be. */
  public enum Language {
    /** SPARQL Query. */
    QUERY,
    /** SPARQL Update. */
    UPDATE
  }

  private Mistakes() {}

  /**
   * The first mistake of a text.
   *
   * @param complaint what the parser says about it, in its own words
   */
  public static Optional<Mistake> find(String text, Language language, String complaint) {
    List<Token> tokens = Scanner.scan(text);
    return switch (Reading.of(text, language)) {
      case Reading.Stopped(boolean atEnd, int line, int column, Set<String> expected) -> {
        int at = atEnd ? tokens.size() - 1 : at(tokens, line, column);
        yield Optional.of(describe(new Spot(tokens, at, expected)));
      }
      case Reading.NoToken(int line, int column) -> {
        int at = unreadable(tokens, line, column);
        yield Optional.of(describe(new Spot(tokens, at, expected(text, tokens.get(at), language))));
      }
      case Reading.Grammatical() -> BrokenRule.find(tokens, complaint);
    };
  }

  private static Mistake describe(Spot spot) {
    Token token = spot.token();
    String expected = Expected.words(spot.expected());
    String found = token.kind() == Token.Kind.END ? "the text ends" : "found " + token.shown();
    String what = expected.isEmpty() ? found : found + " where there could be " + expected;
    return new Mistake(what, token.line(), token.column(), token.text(), Hint.first(spot));
  }

  /** The last token that begins at the place or before it. */
  static int at(List<Token> tokens, int line, int column) {
    int found = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean before = token.line() < line || (token.line() == line && token.column() <= column);
      if (before) {
        found = i;
      }
    }
    return found;
  }

  /** A quotation mark that never closes swallows the rest, so that its place says more. */
  private static int unreadable(List<Token> tokens, int line, int column) {
    int last = Math.min(at(tokens, line, column), Math.max(0, tokens.size() - 2));
    for (int i = 0; i <= last; i++) {
      Token.Kind kind = tokens.get(i).kind();
      if (kind == Token.Kind.UNCLOSED_STRING || kind == Token.Kind.STRAY) {
        return i;
      }
    }
    return last;
  }

  /** What the grammar would go on with, had the text ended before the token. */
  private static Set<String> expected(String text, Token token, Language language) {
    return Reading.of(text.substring(0, token.start()), language) instanceof Reading.Stopped stopped
        ? stopped.expected()
        : Set.of();
  }
}
