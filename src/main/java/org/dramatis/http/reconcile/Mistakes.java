package org.dramatis.http.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.mistake.Spelling;

/** What is wrong with a request, all of it at once. */
final class Mistakes {

  /** More would not be read. */
  private static final int MOST = 10;

  private final List<String> found = new ArrayList<>();

  void add(String where, String what) {
    found.add(where + ": " + what);
  }

  /** A name that is none of these, with the one that was probably meant. */
  void unknown(String where, String kind, String name, Collection<String> known) {
    String near = Spelling.nearest(name, known).map("; did you mean '%s'?"::formatted).orElse("");
    add(where, "there is no %s '%s'%s".formatted(kind, name, near));
  }

  /** Refuses the request if there was anything. */
  void refuseIfAny() throws RequestRefusedException {
    if (found.isEmpty()) {
      return;
    }
    String others = found.size() == 1 ? "" : ", and %d more".formatted(found.size() - 1);
    throw new RequestRefusedException(
        HttpProblem.badRequest(found.getFirst() + others)
            .because(found.subList(0, Math.min(MOST, found.size()))));
  }
}
