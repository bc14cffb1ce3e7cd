package org.dramatis.query.mistake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brackets that do not belong together. */
final class BracketHints {

  private static final Map<String, String> CLOSING =
      Map.of("}", "{", ")", "(", "]", "[", ")>>", "<<(", ">>", "<<", "|}", "{|");

  private BracketHints() {}

  static List<Hint> all() {
    return List.of(BracketHints::neverClosed, BracketHints::oneTooMany, BracketHints::crossed);
  }

  /** The bracket that is open at a place and was opened last. */
  static Optional<Token> innermost(Spot spot) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : spot.before()) {
      if (token.kind() != Token.Kind.MARK) {
        continue;
      }
      if (CLOSING.containsValue(token.text())) {
        open.push(token);
      } else if (CLOSING.containsKey(token.text()) && !open.isEmpty()) {
        open.pop();
      }
    }
    return Optional.ofNullable(open.peek());
  }

  private static Optional<String> neverClosed(Spot spot) {
    return spot.token().kind() == Token.Kind.END
        ? innermost(spot)
            .map(open -> "the '%s' of %s is never closed".formatted(open.text(), open.place()))
        : Optional.empty();
  }

  private static Optional<String> oneTooMany(Spot spot) {
    boolean closes = CLOSING.containsKey(spot.token().text());
    return Hint.when(
        closes && innermost(spot).isEmpty(),
        "one '%s' too many: nothing is open here that it could close"
            .formatted(spot.token().text()));
  }

  private static Optional<String> crossed(Spot spot) {
    String opening = CLOSING.getOrDefault(spot.token().text(), "");
    return opening.isEmpty()
        ? Optional.empty()
        : innermost(spot)
            .filter(open -> !open.text().equals(opening))
            .map(open -> "the '%s' of %s is not closed yet".formatted(open.text(), open.place()));
  }
}
