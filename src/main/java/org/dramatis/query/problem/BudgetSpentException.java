package org.dramatis.query.problem;

import java.io.Serial;
import org.apache.jena.query.QueryCancelledException;

/** The work has to end here, because its {@code Budget} is spent or somebody stopped it. */
public final class BudgetSpentException extends QueryCancelledException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient QueryProblem problem;

  public BudgetSpentException(QueryProblem problem) {
    this.problem = problem;
  }

  @Override
  public String getMessage() {
    return problem.message();
  }

  /** What stopped the work. */
  public QueryProblem problem() {
    return problem;
  }

  /** The same as the failure of a query. */
  public QueryFailedException asFailure() {
    return new QueryFailedException(problem, this);
  }
}
