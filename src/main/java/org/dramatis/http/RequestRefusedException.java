package org.dramatis.http;

import java.io.Serial;

/** A request is answered with a problem. */
final class RequestRefusedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient HttpProblem problem;

  RequestRefusedException(HttpProblem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  HttpProblem problem() {
    return problem;
  }
}
