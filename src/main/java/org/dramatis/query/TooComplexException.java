package org.dramatis.query;

import java.io.Serial;

/** A query is found to be too complex while it is being evaluated. */
final class TooComplexException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  TooComplexException(String reason) {
    super(reason);
    this.reason = reason;
  }

  QueryFailedException asFailure() {
    return new QueryFailedException(new QueryProblem.TooComplex(reason, 0, 0), this);
  }
}
