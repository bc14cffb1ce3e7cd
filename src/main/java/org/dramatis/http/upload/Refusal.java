package org.dramatis.http.upload;

import java.util.List;
import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.query.mistake.TextPlace;

/** Tells a writer why nothing was committed: what the first reason is, and each of them. */
public final class Refusal {

  private Refusal() {}

  /** The answer to these problems, of which there is at least one. */
  public static HttpProblem of(List<Problem> problems) {
    Problem first =
        problems.stream().filter(Problem::blocks).findFirst().orElse(problems.getFirst());
    HttpProblem refusal =
        HttpProblem.of(type(first), first.message())
            .because(problems.stream().map(Problem::message).toList())
            .reporting(RulesReport.of(problems));
    Place place = first.place();
    return place.line() == 0
        ? refusal
        : refusal.at(Optional.of(new TextPlace((int) place.line(), (int) place.column(), "")));
  }

  private static ProblemType type(Problem problem) {
    return switch (problem) {
      case Problem.Forbidden _ -> ProblemType.FORBIDDEN;
      case Problem.NotWritable _ -> ProblemType.NEVER_DONE_HERE;
      case Problem.AnotherRequest _ -> ProblemType.KEY_OF_ANOTHER;
      case Problem.TooCostly _, Problem.TooManyToCheck _ -> ProblemType.TOO_LARGE;
      case Problem.ShapeViolation _,
          Problem.CheckViolation _,
          Problem.PassageMismatch _,
          Problem.NotOneSource _,
          Problem.NotInOrder _,
          Problem.NotCanonical _ ->
          ProblemType.BREAKS_RULES;
      case Problem.Unreadable _, Problem.Malformed _, Problem.TooMany _, Problem.ForeignGraph _ ->
          ProblemType.NOT_RDF;
    };
  }
}
