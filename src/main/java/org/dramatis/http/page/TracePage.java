package org.dramatis.http.page;

import java.util.List;
import java.util.stream.Collectors;
import org.dramatis.history.Sought;
import org.dramatis.history.Trace;
import org.dramatis.model.Terms;
import org.dramatis.model.Version;

/** What became of some statements as a page. */
public record TracePage(Sought sought, Trace trace) implements Page {

  @Override
  public String title() {
    return "History of " + shown();
  }

  @Override
  public Section section() {
    return Section.VERSIONS;
  }

  private String shown() {
    return switch (sought) {
      case Sought.About about -> Terms.show(about.term());
      case Sought.Statement statement ->
          List.of(statement.subject(), statement.predicate(), statement.object()).stream()
                  .map(term -> term.map(Terms::show).orElse("?"))
                  .collect(Collectors.joining(" "))
              + statement.graph().map(graph -> " in " + Terms.show(graph)).orElse("");
    };
  }

  /** The version since which it is as it is. */
  public Link since() {
    return trace.there() == 0
        ? link(trace.steps().getLast().line().version())
        : link(trace.since());
  }

  private static Link link(Version version) {
    return new Link(VersionRow.address(version), version.toString());
  }

  /** A step as a row. */
  public VersionRow row(Trace.Step step) {
    return new VersionRow(step.line(), step.added(), step.deleted());
  }
}
