package org.dramatis.query;

import java.io.Serial;
import java.util.Optional;
import org.dramatis.query.mistake.TextPlace;

/** A query is found to be too complex while it is being evaluated. */
final class TooComplexException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  TooComplexException(String reason) {
    super(reason);
    this.reason = reason;
  }

  QueryFailedException asFailure() {
    return asFailure(Optional.empty());
  }

  QueryFailedException asFailure(Optional<TextPlace> place) {
    return new QueryFailedException(new QueryProblem.TooComplex(reason, place), this);
  }
}
