package org.dramatis.http.sparql;

import java.util.Optional;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** What can be asked of a query instead of its answer. */
enum Insight {
  /** How it is computed. */
  EXPLAIN("explain"),
  /** Why its answer is empty. */
  WHY("why"),
  /** Whether it is one, and what is probably not meant in it. */
  CHECK("check");

  private final String parameter;

  Insight(String parameter) {
    this.parameter = parameter;
  }

  /** The one that the request asks for, if it asks for one. */
  static Optional<Insight> asked(Parameters parameters) throws RequestRefusedException {
    Optional<Insight> asked = Optional.empty();
    for (Insight insight : values()) {
      if (parameters.flag(insight.parameter)) {
        if (asked.isPresent()) {
          throw new RequestRefusedException(
              HttpProblem.badRequest("only one of explain, why and check can be asked"));
        }
        asked = Optional.of(insight);
      }
    }
    return asked;
  }
}
