package org.dramatis.ingest;

import java.util.List;
import java.util.function.Function;
import org.dramatis.model.Problem;

/** What became of an attempt to read or accept something: a value, or every reason against it. */
public sealed interface Outcome<T> {

  /** It worked. */
  record Ok<T>(T value) implements Outcome<T> {}

  /** It did not, for at least one reason. */
  record Refused<T>(List<Problem> problems) implements Outcome<T> {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }
  }

  /** A success. */
  static <T> Outcome<T> of(T value) {
    return new Ok<>(value);
  }

  /** A refusal for one reason. */
  static <T> Outcome<T> refused(Problem problem) {
    return new Refused<>(List.of(problem));
  }

  /** Goes on with the value, if there is one. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Ok<T> ok -> next.apply(ok.value());
      case Refused<T> refused -> new Refused<>(refused.problems());
    };
  }

  /** Everything there is to say against it, which is nothing when it worked. */
  default List<Problem> problems() {
    return switch (this) {
      case Ok<T> ok -> List.of();
      case Refused<T> refused -> refused.problems();
    };
  }
}
