package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** What can be asked of a query instead of its answer. */
enum Insight {
  /** How it is computed. */
  EXPLAIN("explain"),
  /** Why its answer is empty. */
  WHY("why");

  private final String parameter;

  Insight(String parameter) {
    this.parameter = parameter;
  }

  /** The one that the request asks for, if it asks for one. */
  static Optional<Insight> asked(HttpServletRequest request) throws RequestRefusedException {
    Optional<Insight> asked = Optional.empty();
    for (Insight insight : values()) {
      String[] given = request.getParameterValues(insight.parameter);
      if (given != null && given.length > 1) {
        throw bad("the parameter '%s' occurs more than once".formatted(insight.parameter));
      }
      String value = request.getParameter(insight.parameter);
      if (value != null && !value.equals("true") && !value.equals("false")) {
        throw bad("'%s' is no %s: it takes true or false".formatted(value, insight.parameter));
      }
      if ("true".equals(value)) {
        if (asked.isPresent()) {
          throw bad("explain and why cannot be asked together");
        }
        asked = Optional.of(insight);
      }
    }
    return asked;
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }
}
