package org.dramatis.query.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dramatis.query.mistake.Mistake;
import org.dramatis.query.mistake.Mistakes;
import org.dramatis.query.mistake.TextPlace;

/** Why a query was not answered. */
public sealed interface QueryProblem {

  /** The reason in a sentence, for whoever asked. */
  public String message();

  /** The text is not SPARQL; line and column are 0 where only the whole is known. */
  public record Unparsable(Mistakes.Language language, Mistake mistake) implements QueryProblem {

    /** A mistake whose place is not known. */
    public Unparsable(Mistakes.Language language, String reason) {
      this(language, new Mistake(reason, 0, 0, "", Optional.empty()));
    }

    /** What is wrong, without the place. */
    public String reason() {
      return mistake.what();
    }

    /** Where, counted from 1. */
    public int line() {
      return mistake.line();
    }

    /** Where, counted from 1. */
    public int column() {
      return mistake.column();
    }

    @Override
    public String message() {
      return line() == 0
          ? reason()
          : "line %d, column %d: %s".formatted(line(), column(), reason());
    }
  }

  /** The query is well-formed but asks for something that is never done here. */
  public record Refused(String reason, Optional<TextPlace> place) implements QueryProblem {

    /** Something of which nobody knows where it stands. */
    public Refused(String reason) {
      this(reason, Optional.empty());
    }

    @Override
    public String message() {
      return place.map(where -> where.before(reason)).orElse(reason);
    }
  }

  /** The query has no answer that stays the same, because of these parts of it. */
  public record NotRepeatable(Set<String> parts) implements QueryProblem {

    /** Copies the set. */
    public NotRepeatable {
      parts = Collections.unmodifiableSet(new TreeSet<>(parts));
    }

    @Override
    public String message() {
      return "the same query has another answer each time, because of %s"
          .formatted(String.join(", ", parts));
    }
  }

  /** The text is longer than anything this service reads as a query. */
  public record TooLong(int characters, int limit) implements QueryProblem {
    @Override
    public String message() {
      return "the query has %,d characters; the limit is %,d".formatted(characters, limit);
    }
  }

  /** The time limit passed before the answer was complete. */
  public record OutOfTime(Duration limit) implements QueryProblem {
    @Override
    public String message() {
      return "the query was stopped at its time limit of %s seconds"
          .formatted(Decimals.plain(limit));
    }
  }

  /** The work would have kept more in memory than one query may. */
  public record OutOfMemory(long limit) implements QueryProblem {
    @Override
    public String message() {
      return "the query was stopped because it needs more than its %,d bytes of memory"
          .formatted(limit);
    }
  }

  /** Somebody stopped the work. */
  public record Stopped(StopReason reason) implements QueryProblem {
    @Override
    public String message() {
      return "the query was stopped: " + reason.words();
    }
  }

  /** The text is nested deeper, or has a longer token, than anything that is read here. */
  public record TooComplex(String reason, Optional<TextPlace> place) implements QueryProblem {
    @Override
    public String message() {
      return place.map(where -> where.before(reason)).orElse(reason);
    }
  }

  /** An update is well-formed, but the data does not allow it. */
  public record Unworkable(String message) implements QueryProblem {}

  /** The answer has more rows or bytes than are sent. */
  public record AnswerTooLarge(long most, String unit) implements QueryProblem {
    @Override
    public String message() {
      return "the answer has more than %,d %s, which is the most that is sent"
          .formatted(most, unit);
    }
  }

  /** Another service that the query asks gave no answer that can be used. */
  public record ServiceFailed(String message) implements QueryProblem {}

  /** A parameter of a published query is missing, unknown or not of its type. */
  public record BadParameter(String parameter, String reason) implements QueryProblem {
    @Override
    public String message() {
      return "parameter '%s': %s".formatted(parameter, reason);
    }
  }

  /** No published query has this name, or more than one has it. */
  public record UnknownName(String message) implements QueryProblem {}

  /** The answer exists but cannot be expressed in the format asked for. */
  public record Inexpressible(String format, String reason) implements QueryProblem {
    @Override
    public String message() {
      return "this answer cannot be written as %s: %s".formatted(format, Visible.of(reason));
    }
  }
}
