package org.dramatis.query.problem;

import java.io.Serial;

/**
 * An answer has grown past a limit while it was written. Unchecked, because it has to pass through
 * writers that know no other kind.
 */
public final class AnswerTooLargeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final long most;
  private final String unit;

  /** The most that is sent, and of what: rows, bytes. */
  public AnswerTooLargeException(long most, String unit) {
    super("the answer has more than %,d %s".formatted(most, unit));
    this.most = most;
    this.unit = unit;
  }

  /** What whoever asked is told. */
  public QueryProblem problem() {
    return new QueryProblem.AnswerTooLarge(most, unit);
  }
}
