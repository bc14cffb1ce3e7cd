package org.dramatis.http.page;

import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;

/**
 * An error as a page: what is wrong, where, what to do about it, and the query to mend.
 *
 * @param asked the query that was sent, where it is known
 */
public record ProblemPage(HttpProblem problem, String requestId, Optional<String> asked)
    implements Page {

  @Override
  public String title() {
    return problem.title();
  }

  /** Where in the query it is. */
  public Optional<MarkedText> marked() {
    return asked.flatMap(text -> problem.place().map(place -> MarkedText.of(text, place)));
  }

  /** The query to mend. */
  public Optional<QueryForm> form() {
    return asked.map(QueryForm::new);
  }
}
