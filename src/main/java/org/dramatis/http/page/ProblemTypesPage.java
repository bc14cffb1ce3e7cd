package org.dramatis.http.page;

import java.util.Arrays;
import java.util.List;
import org.dramatis.http.problem.ProblemType;

/** All kinds of errors. */
public record ProblemTypesPage() implements Page {

  @Override
  public String title() {
    return "Errors";
  }

  /** The kinds. */
  public List<ProblemType> types() {
    return Arrays.asList(ProblemType.values());
  }
}
