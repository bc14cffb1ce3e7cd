package org.dramatis.http.resource;

import org.apache.jena.graph.Node;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.link.Tombstone;
import org.dramatis.model.ServiceRecord;

/** What is told of a thing that was there, and has been merged into another or retired. */
public final class GoneProblem {

  private GoneProblem() {}

  /** The problem of whoever asks for it. */
  public static HttpProblem of(Tombstone tombstone) {
    String story =
        "%s; %s, at %s".formatted(tombstone.why(), "by " + tombstone.by(), tombstone.ended());
    String gone = "<%s>".formatted(tombstone.gone().getURI());
    return tombstone
        .successor()
        .map(successor ->
            HttpProblem.of(
                    ProblemType.MERGED,
                    "%s was merged into <%s>: %s".formatted(gone, successor.getURI(), story))
                .hinting("use <%s>".formatted(successor.getURI())))
        .orElseGet(() ->
            HttpProblem.of(ProblemType.GONE, "%s was %s: %s".formatted(gone, end(tombstone), story))
                .hinting("ask a version before that, with ?version="));
  }

  private static String end(Tombstone tombstone) {
    boolean replaced =
        tombstone.statements().contains(tombstone.gone(), ServiceRecord.IS_REPLACED_BY, Node.ANY);
    return replaced ? "replaced by something that is gone itself" : "retired";
  }
}
