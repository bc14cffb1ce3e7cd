package org.dramatis.query.mistake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Triples that are not complete, or not apart from the next. */
final class TripleHints {

  private static final Set<String> ENDS = Set.of(".", ";", ",", "}", "]");

  private TripleHints() {}

  static List<Hint> all() {
    return List.of(
        TripleHints::separatorMissing, TripleHints::literalInFront, TripleHints::partMissing);
  }

  private static Optional<String> separatorMissing(Spot spot) {
    return Hint.when(
        spot.afterTriple() && spot.token().isTerm(),
        "the triple before %s is complete: '.' begins another one, ';' another predicate of the"
                .formatted(spot.token().shown())
            + " same subject, ',' another object");
  }

  private static Optional<String> literalInFront(Spot spot) {
    boolean literal =
        spot.token().kind() == Token.Kind.STRING || spot.token().kind() == Token.Kind.NUMBER;
    return Hint.when(
        literal && spot.expects("<IRIref>") && !spot.expects("<STRING_LITERAL1>"),
        "a literal can only be the object of a triple");
  }

  private static Optional<String> partMissing(Spot spot) {
    boolean term = spot.expects("<IRIref>") && spot.expectsVariable() && !spot.expects(".");
    return Hint.when(
        term && !spot.expects("coalesce") && ENDS.contains(spot.token().text()),
        "a triple has a subject, a predicate and an object; one of them is missing before '%s'"
            .formatted(spot.token().text()));
  }
}
