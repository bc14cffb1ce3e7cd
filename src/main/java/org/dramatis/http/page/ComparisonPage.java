package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.Comparison;
import org.dramatis.citation.Result;
import org.dramatis.model.Version;

/** Two answers to one query, compared, as a page. */
public final class ComparisonPage {

  private ComparisonPage() {}

  /** The page. */
  public static String write(
      CitedQuery query,
      Optional<String> published,
      Version one,
      Version other,
      Comparison comparison) {
    String title = published.orElse("A cited query") + ", compared";
    StringBuilder page = new StringBuilder(Frame.open(title));
    page.append("<h1>%s</h1>%n".formatted(Html.escape(title)));
    page.append("<p class=\"truth\">%s</p>%n".formatted(verdict(comparison)));
    page.append(
        """
        <div class="wide" role="region" aria-label="Answers" tabindex="0"><table>
        <thead><tr><th scope="col">version</th><th scope="col">rows</th><th scope="col">hash of the answer</th>\
        <th scope="col">as it was cited</th></tr></thead>
        <tbody>
        """);
    writeSide(query, one, comparison.before(), page);
    writeSide(query, other, comparison.after(), page);
    page.append("</tbody>\n</table></div>\n");
    if (!comparison.isSame() && !comparison.isOnlyOrder()) {
      writeRows("Only in version " + one, comparison.removed(), page);
      writeRows("Only in version " + other, comparison.added(), page);
    }
    return page.append(Frame.close()).toString();
  }

  private static String verdict(Comparison comparison) {
    if (comparison.isSame()) {
      return "The same answer";
    }
    return comparison.isOnlyOrder() ? "The same rows in another order" : "Another answer";
  }

  private static void writeSide(
      CitedQuery query, Version version, Result result, StringBuilder page) {
    String recorded =
        query
            .pin(version)
            .map(pin -> pin.result().equals(result.hash()) ? "yes" : "no: it was " + pin.result())
            .orElse("was not cited");
    page.append(
        "<tr><td>%s</td><td class=\"number\">%,d</td><td><code>%s</code></td><td>%s</td></tr>%n"
            .formatted(
                Html.link(query.path(version), version.toString()),
                result.rows(),
                result.hash(),
                Html.escape(recorded)));
  }

  private static void writeRows(String title, Comparison.Rows rows, StringBuilder page) {
    page.append("<h2>%s: %,d</h2>%n".formatted(Html.escape(title), rows.count()));
    if (rows.isCut()) {
      page.append(
          "<p><strong>Only the first %,d are shown.</strong></p>%n".formatted(rows.shown().size()));
    }
    if (rows.shown().isEmpty()) {
      return;
    }
    page.append("<div class=\"wide\" role=\"region\" aria-label=\"Rows\" tabindex=\"0\"><table>\n");
    for (List<String> row : rows.shown()) {
      page.append("<tr>");
      row.forEach(term -> page.append("<td><code>%s</code></td>".formatted(Html.escape(term))));
      page.append("</tr>\n");
    }
    page.append("</table></div>\n");
  }
}
