package org.dramatis.http.page;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dramatis.http.problem.ProblemType;

/** What a kind of error means, and what to do about it. */
public final class ProblemTypePage {

  private ProblemTypePage() {}

  /** The page of one kind. */
  public static String of(ProblemType type) {
    return Frame.open(type.title())
        + "<h1>%s</h1>%n".formatted(Html.escape(type.title()))
        + "<p>Status %d, <code>%s</code></p>%n".formatted(type.status(), Html.escape(type.iri()))
        + "<p>%s</p>%n<p>%s</p>%n"
            .formatted(Html.markedCode(type.paragraph()), Html.link("/problems/", "All errors"))
        + Frame.close();
  }

  /** The page of all kinds. */
  public static String all() {
    return Frame.open("Errors")
        + "<h1>Errors</h1>\n<ul>\n"
        + Arrays.stream(ProblemType.values())
            .map(type ->
                "<li>%d %s</li>%n".formatted(type.status(), Html.link(type.path(), type.title())))
            .collect(Collectors.joining())
        + "</ul>\n"
        + Frame.close();
  }
}
