package org.dramatis.http.page;

import org.dramatis.model.Version;
import org.dramatis.query.plan.Plan;
import org.dramatis.query.plan.PlanDocument;
import org.dramatis.query.plan.Step;

/** The plan of a query as a page. */
public final class PlanPage {

  private PlanPage() {}

  /** The page. */
  public static String write(Plan plan, Version version, String query) {
    StringBuilder page = new StringBuilder(Frame.open("Plan"));
    page.append("<h1>How it is computed</h1>\n");
    page.append(
        "<p>%d rows in %s ms from version %s of the data.</p>%n"
            .formatted(plan.rows(), PlanDocument.ms(plan.nanos()), version));
    page.append(
        """
        <div class="wide" role="region" aria-label="Operators" tabindex="0"><table>
        <thead><tr><th scope="col">operator</th><th scope="col">estimated rows</th><th scope="col">rows</th>\
        <th scope="col">runs</th><th scope="col">ms</th></tr></thead>
        <tbody>
        """);
    plan.steps().forEach(step -> write(step, 0, page));
    page.append("</tbody>\n</table></div>\n");
    page.append("<p>Estimates: %s.</p>%n".formatted(Html.escape(Plan.ESTIMATES)));
    page.append("<h2>Question</h2>\n").append(QueryForm.of(query));
    return page.append(Frame.close()).toString();
  }

  private static void write(Step step, int depth, StringBuilder page) {
    String estimate =
        step.estimate().isPresent() ? Long.toString(step.estimate().getAsLong()) : "?";
    page.append("<tr><th scope=\"row\">")
        .append("<span class=\"deeper\"></span>".repeat(depth))
        .append(Html.escape(step.operator()))
        .append(" <code>%s</code></th>".formatted(Html.escape(step.detail())))
        .append("<td class=\"number\">%s</td>".formatted(estimate))
        .append("<td class=\"number\">%d</td>".formatted(step.rows()))
        .append("<td class=\"number\">%d</td>".formatted(step.executions()))
        .append("<td class=\"number\">%s</td></tr>%n".formatted(PlanDocument.ms(step.nanos())));
    step.parts().forEach(part -> write(part, depth + 1, page));
  }
}
