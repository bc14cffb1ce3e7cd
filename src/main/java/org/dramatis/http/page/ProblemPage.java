package org.dramatis.http.page;

import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;

/** An error as a page: what is wrong, where, what to do about it, and the query to mend. */
public final class ProblemPage {

  private ProblemPage() {}

  /**
   * The page for a problem.
   *
   * @param asked the query that was sent, where it is known
   */
  public static String write(HttpProblem problem, String requestId, Optional<String> asked) {
    StringBuilder page = new StringBuilder(Frame.open(problem.title()));
    page.append("<h1>%s</h1>%n".formatted(Html.escape(problem.title())));
    page.append("<p class=\"detail\">%s</p>%n".formatted(Html.escape(problem.detail())));
    problem
        .hint()
        .ifPresent(hint ->
            page.append("<p class=\"hint\"><b>Hint</b> %s</p>%n".formatted(Html.escape(hint))));
    if (!problem.reasons().isEmpty()) {
      page.append("<ul>\n");
      problem
          .reasons()
          .forEach(reason -> page.append("<li>%s</li>%n".formatted(Html.escape(reason))));
      page.append("</ul>\n");
    }
    if (asked.isPresent()) {
      problem.place().ifPresent(place -> page.append(MarkedText.write(asked.get(), place)));
      page.append("<h2>Question</h2>\n").append(QueryForm.of(asked.get()));
    }
    page.append(
        "<p>%s · %s · request <code>%s</code></p>%n"
            .formatted(
                Html.link(problem.type().path(), "What this error means"),
                Html.link("/", "All published questions"),
                Html.escape(requestId)));
    return page.append(Frame.close()).toString();
  }
}
