package org.dramatis.query.problem;

import java.io.Serial;
import java.util.Optional;

/** A query is found to be too complex while it is being evaluated. */
public final class TooComplexException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  public TooComplexException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public QueryFailedException asFailure() {
    return new QueryFailedException(new QueryProblem.TooComplex(reason, Optional.empty()), this);
  }
}
