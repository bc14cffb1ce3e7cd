package org.dramatis.query.problem;

import java.io.Serial;

/** A SERVICE that is not silent was refused or failed, and so does the query. */
public final class ServiceFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient QueryProblem problem;

  public ServiceFailedException(QueryProblem problem, Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  /** The same as the failure of a query. */
  public QueryFailedException asFailure() {
    return new QueryFailedException(problem, this);
  }
}
