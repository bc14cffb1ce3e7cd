package org.dramatis.query.warning;

import java.util.EnumSet;
import java.util.Set;

/** What it does to an answer that a part of the pattern matches nothing. */
enum Effect {
  /** There is no answer, or none from this branch. */
  EMPTY(""),
  /** Nothing is added. */
  OPTIONAL("this OPTIONAL adds nothing: "),
  /** Nothing is taken away. */
  MINUS("this MINUS removes nothing: "),
  /** Nothing is left. */
  EXISTS("this EXISTS never holds: "),
  /** Nothing is taken away. */
  NOT_EXISTS("this NOT EXISTS always holds, so that it removes nothing: "),
  /** What a path leads to is what it begins with. */
  NO_STEP("this path never takes a step: ");

  private static final Set<Warning.Code> UNKNOWN_NAMES =
      EnumSet.of(
          Warning.Code.UNKNOWN_TERM, Warning.Code.UNKNOWN_PREDICATE, Warning.Code.UNKNOWN_CLASS);

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  /**
   * Whether it is worth a warning. What is asked not to be there need not be there, unless nothing
   * ever can be because its name is wrong.
   */
  boolean isSurprising(Warning.Code code) {
    return switch (this) {
      case EMPTY, OPTIONAL, EXISTS, NO_STEP -> true;
      case MINUS, NOT_EXISTS -> UNKNOWN_NAMES.contains(code);
    };
  }

  /** The warning with the effect. */
  Warning tell(Warning warning) {
    return new Warning(warning.code(), words + warning.text());
  }
}
