package org.dramatis.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.model.Problem;

/** The queries of {@code ontology/checks}, each of which has to find nothing. */
public final class Checks {

  static final Checks NONE = new Checks(List.of());

  private static final String FOLDER = "ontology/checks";

  private final List<Check> checks;

  private Checks(List<Check> checks) {
    this.checks = checks;
  }

  /** Reads the checks of a project: one SELECT a file, under a comment that says why. */
  public static Outcome<Checks> load(Path project) {
    Folder folder = new Folder(project, FOLDER);
    return folder.files(".rq").then(names -> load(project, names));
  }

  private static Outcome<Checks> load(Path project, List<String> names) {
    List<Problem> problems = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (String name : names) {
      switch (Check.load(name, project.resolve(name))) {
        case Outcome.Ok<Check> ok -> checks.add(ok.value());
        case Outcome.Refused<Check> refused -> problems.addAll(refused.problems());
      }
    }
    return problems.isEmpty()
        ? Outcome.of(new Checks(List.copyOf(checks)))
        : new Outcome.Refused<>(problems);
  }

  /** All of them, in the order of their names. */
  public List<Check> all() {
    return checks;
  }

  /** Everything that the checks find in the dataset. */
  List<Problem> problems(DatasetGraph dataset, Origins origins, Allowance allowance) {
    return checks.stream()
        .flatMap(check -> check.problems(dataset, origins, allowance).stream())
        .toList();
  }
}
