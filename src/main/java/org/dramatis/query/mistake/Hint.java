package org.dramatis.query.mistake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows some kinds of mistakes, and says what to write instead. */
@FunctionalInterface
interface Hint {

  /** All of them; the first that recognises the place speaks. */
  List<Hint> ALL =
      Stream.of(
              CharacterHints.all(),
              HabitHints.all(),
              ClauseHints.all(),
              BracketHints.all(),
              WordHints.all(),
              TripleHints.all())
          .flatMap(List::stream)
          .toList();

  /** What was probably meant, if this is a kind of mistake that it knows. */
  Optional<String> at(Spot spot);

  /** What all that are known say first. */
  static Optional<String> first(Spot spot) {
    return ALL.stream().flatMap(hint -> hint.at(spot).stream()).findFirst();
  }

  /** Says the text where the condition holds. */
  static Optional<String> when(boolean condition, String text) {
    return condition ? Optional.of(text) : Optional.empty();
  }
}
