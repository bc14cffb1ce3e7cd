package org.dramatis.http.problem;

import java.io.Serial;

/** A request is answered with a problem. */
public final class RequestRefusedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient HttpProblem problem;

  /** Carries the problem. */
  public RequestRefusedException(HttpProblem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** Carries the problem that a failure further down is to the client. */
  public RequestRefusedException(HttpProblem problem, Throwable cause) {
    super(problem.detail(), cause);
    this.problem = problem;
  }

  /** What the client is told. */
  public HttpProblem problem() {
    return problem;
  }
}
