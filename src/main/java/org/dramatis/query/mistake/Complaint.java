package org.dramatis.query.mistake;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the parser says about a text whose grammar holds.
 *
 * @param tokens the text
 * @param text the parser's words, without the place
 * @param named the token at the place that it names, if it names one
 */
record Complaint(List<Token> tokens, String text, Optional<Token> named) {

  private static final Pattern PLACE =
      Pattern.compile("(?i)\\[?(?:at )?line:? (\\d+), col(?:umn)?:? (\\d+) *\\]?[.:]?\\s*");

  static Complaint of(List<Token> tokens, String words) {
    Optional<Token> named =
        PLACE.matcher(words).results().findFirst().map(place -> token(tokens, place));
    return new Complaint(tokens, PLACE.matcher(words).replaceAll(" ").strip(), named);
  }

  private static Token token(List<Token> tokens, MatchResult place) {
    int line = Integer.parseInt(place.group(1));
    int column = Integer.parseInt(place.group(2));
    return tokens.get(Mistakes.at(tokens, line, column));
  }

  Optional<MatchResult> says(Pattern pattern) {
    return pattern.matcher(text).results().findFirst();
  }

  /** The first token at whose index the condition holds. */
  Optional<Token> first(IntPredicate condition) {
    for (int i = 0; i < tokens.size(); i++) {
      if (condition.test(i)) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }

  Token get(int index) {
    return tokens.get(Math.clamp(index, 0, tokens.size() - 1));
  }

  boolean isVariable(int index, String name) {
    Token token = get(index);
    return token.kind() == Token.Kind.VARIABLE
        && token.text().substring(1).equals(name.substring(1));
  }

  static Mistake at(Token token, String what, Optional<String> hint) {
    return new Mistake(what, token.line(), token.column(), token.text(), hint);
  }

  static Mistake at(Token token, String what, String hint) {
    return at(token, what, Optional.of(hint));
  }
}
