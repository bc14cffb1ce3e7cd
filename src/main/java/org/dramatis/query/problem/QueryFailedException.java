package org.dramatis.query.problem;

import java.io.Serial;

/** A query was not answered, for the reason it carries. */
public final class QueryFailedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient QueryProblem problem;

  /** Carries the problem. */
  public QueryFailedException(QueryProblem problem) {
    super(problem.message());
    this.problem = problem;
  }

  /** Carries the problem, and what brought it to light. */
  public QueryFailedException(QueryProblem problem, Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  /** What went wrong. */
  public QueryProblem problem() {
    return problem;
  }
}
