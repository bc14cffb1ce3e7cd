package org.dramatis.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.model.Problem;

/**
 * What every version of the dataset has to keep to.
 *
 * @param shapes what SHACL can say
 * @param checks what takes a query
 */
public record Rules(Shapes shapes, Checks checks) {

  /** No rules at all. */
  public static final Rules NONE = new Rules(Shapes.NONE, Checks.NONE);

  /** The rules of a project: {@code ontology/shapes/*.ttl} and {@code ontology/checks/*.rq}. */
  public static Outcome<Rules> load(Path project) {
    Outcome<Shapes> shapes = Shapes.load(project);
    Outcome<Checks> checks = Checks.load(project);
    if (shapes instanceof Outcome.Ok<Shapes>(Shapes readShapes)
        && checks instanceof Outcome.Ok<Checks>(Checks readChecks)) {
      return Outcome.of(new Rules(readShapes, readChecks));
    }
    List<Problem> problems = new ArrayList<>(shapes.problems());
    problems.addAll(checks.problems());
    return new Outcome.Refused<>(problems);
  }

  /** What a statement takes of the memory while it is checked and nowhere else, about. */
  private static final long BYTES_A_STATEMENT = 1000;

  /** Whether there are any. */
  boolean areNone() {
    return equals(NONE);
  }

  /** How many new statements can be checked at once. */
  static long most() {
    return Runtime.getRuntime().maxMemory() / 2 / BYTES_A_STATEMENT;
  }

  /** Everything that the rules have against the dataset, each laid to the file it comes from. */
  List<Problem> problems(DatasetGraph dataset, Origins origins, Allowance allowance) {
    List<Problem> problems = new ArrayList<>(shapes.problems(dataset, origins));
    problems.addAll(checks.problems(dataset, origins, allowance));
    return problems;
  }
}
