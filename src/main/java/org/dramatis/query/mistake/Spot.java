package org.dramatis.query.mistake;

import java.util.List;
import java.util.Set;

/**
 * The place where reading stopped.
 *
 * @param tokens the whole text
 * @param at which of the tokens cannot stand where it stands
 * @param expected what could, as the grammar writes it: keywords and marks as they are, in lower
 *     case, other kinds of tokens in angle brackets
 */
record Spot(List<Token> tokens, int at, Set<String> expected) {

  /** What stands outside of the text. */
  static final Token NOTHING = new Token(Token.Kind.END, "", 0, 1, 1);

  Token token() {
    return tokens.get(at);
  }

  /** The token this many before or after the offending one; an end where there is none. */
  Token neighbour(int distance) {
    int index = at + distance;
    return index < 0 || index >= tokens.size() ? NOTHING : tokens.get(index);
  }

  Token previous() {
    return neighbour(-1);
  }

  Token next() {
    return neighbour(1);
  }

  /** The tokens before the offending one. */
  List<Token> before() {
    return tokens.subList(0, at);
  }

  boolean expects(String... any) {
    for (String one : any) {
      if (expected.contains(one)) {
        return true;
      }
    }
    return false;
  }

  boolean expectsVariable() {
    return expects("<VAR1>");
  }

  /** Whether a triple has been completed, so that only its end or another pattern can follow. */
  boolean afterTriple() {
    return expects(".") && expects(";");
  }

  /** How many braces are open. */
  int depth() {
    int depth = 0;
    for (Token token : before()) {
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
    }
    return depth;
  }

  /** Whether a word stands before, outside of braces that have been closed. */
  boolean follows(String word) {
    return before().stream().anyMatch(token -> token.is(word));
  }
}
