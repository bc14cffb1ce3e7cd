package org.dramatis.query.language;

import java.util.Optional;
import org.dramatis.query.mistake.TextPlace;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/**
 * A first look at a text, before a parser goes down into it by recursion and reads its tokens at a
 * cost that grows with the square of their length. It knows what a string, an IRI and a comment is,
 * and nothing else of the grammar.
 */
final class Nesting {

  /** No question that a person asks comes near. */
  static final int DEEPEST = 200;

  /** The longest string, name or comment. */
  static final int LONGEST_TOKEN = 256 * 1024;

  /** The time that the optimizer takes for a list grows with its square, and nothing stops it. */
  static final int LONGEST_LIST = 10_000;

  /** So much of a token is shown. */
  private static final int MOST_SHOWN = 60;

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";
  private static final String PREFIXES = "!-+^";
  private static final String NOT_IN_IRI = "<\"{}|^`\\";

  private final String text;
  private int at;
  private int depth;
  private int prefixes;
  private int groups;

  /** For each depth the bracket that is open, and how many commas stand between it and its end. */
  private final int[] opened = new int[DEEPEST + 2];

  private final int[] commas = new int[DEEPEST + 2];

  private Nesting(String text) {
    this.text = text;
  }

  /** Refuses a text that nothing should go down into, or with more groups than so many. */
  static void check(String text, int mostGroups) throws QueryFailedException {
    Nesting nesting = new Nesting(text);
    while (nesting.at < text.length()) {
      int begin = nesting.at;
      nesting.token(text.charAt(begin));
      if (nesting.at - begin > LONGEST_TOKEN) {
        throw nesting.tooComplex(
            begin, "a token is longer than %,d characters".formatted(LONGEST_TOKEN));
      }
      if (nesting.groups > mostGroups) {
        throw nesting.tooComplex(begin, "there are more than %,d groups".formatted(mostGroups));
      }
      if (nesting.commas[nesting.depth] >= LONGEST_LIST) {
        int bracket = nesting.opened[nesting.depth];
        nesting.at = bracket + 1;
        throw nesting.tooComplex(
            bracket,
            "a list of more than %,d expressions: put terms into VALUES".formatted(LONGEST_LIST));
      }
      if (nesting.depth > DEEPEST || nesting.prefixes > DEEPEST) {
        throw nesting.tooComplex(begin, "this is nested more than %,d deep".formatted(DEEPEST));
      }
    }
  }

  private void token(char c) {
    if (Character.isWhitespace(c)) {
      at++;
      return;
    }
    if (c == '#') {
      at = endOfLine();
      return;
    }
    prefixes = PREFIXES.indexOf(c) >= 0 ? prefixes + 1 : 0;
    if (c == '"' || c == '\'') {
      at = endOfString(c);
    } else if (c == '<') {
      angle();
    } else if (Character.isLetterOrDigit(c)) {
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
    } else {
      if (OPENING.indexOf(c) >= 0) {
        open();
        groups += c == '{' ? 1 : 0;
      } else if (CLOSING.indexOf(c) >= 0 || text.startsWith(">>", at)) {
        depth = Math.max(0, depth - 1);
      } else if (c == ',' && text.charAt(opened[depth]) == '(') {
        commas[depth]++;
      }
      at += text.startsWith(">>", at) ? 2 : 1;
    }
  }

  private void open() {
    depth++;
    opened[depth] = at;
    commas[depth] = 0;
  }

  /** An IRI, the opening of a triple term, or an operator. */
  private void angle() {
    int end = at + 1;
    while (end < text.length() && isOfIri(text.charAt(end))) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '>') {
      at = end + 1;
    } else if (text.startsWith("<<", at)) {
      open();
      at += 2;
    } else {
      at++;
    }
  }

  private static boolean isOfIri(char c) {
    return c > ' ' && c != '>' && NOT_IN_IRI.indexOf(c) < 0;
  }

  private int endOfLine() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int endOfString(char quote) {
    String three = String.valueOf(quote).repeat(3);
    boolean isLong = text.startsWith(three, at);
    int end = at + (isLong ? 3 : 1);
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == '\\') {
        end++;
      } else if (isLong ? text.startsWith(three, end) : c == quote) {
        return end + (isLong ? 3 : 1);
      } else if (!isLong && (c == '\n' || c == '\r')) {
        return end;
      }
      end++;
    }
    return text.length();
  }

  private QueryFailedException tooComplex(int place, String reason) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < place; i++) {
      boolean newLine = text.charAt(i) == '\n';
      line += newLine ? 1 : 0;
      column = newLine ? 1 : column + 1;
    }
    String token = text.substring(place, Math.min(at, place + MOST_SHOWN));
    return new QueryFailedException(
        new QueryProblem.TooComplex(reason, Optional.of(new TextPlace(line, column, token))));
  }
}
