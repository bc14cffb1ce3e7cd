package org.dramatis.http.page;

import java.util.List;
import org.dramatis.model.Version;
import org.dramatis.query.why.Why;

/** The reason for an empty answer as a page. */
public final class WhyPage {

  private WhyPage() {}

  /** The page. */
  public static String write(Why why, Version version, String query) {
    StringBuilder page = new StringBuilder(Frame.open("Why"));
    page.append(
        "<h1>%s</h1>%n".formatted(why.empty() ? "Why there is no answer" : "There is an answer"));
    page.append("<p>%s.</p>%n".formatted(Html.escape(why.sentence())));
    why.hints()
        .forEach(hint ->
            page.append("<p class=\"hint\"><b>Hint</b> %s</p>%n".formatted(Html.escape(hint))));
    writeTogether(why.together(), page);
    if (why.culprit().isPresent() && why.without().isPresent()) {
      page.append("<p>Without it there are %d rows.</p>%n".formatted(why.without().getAsLong()));
    }
    if (!why.elements().isEmpty()) {
      writeElements(why, page);
    }
    page.append("<p>Counted in version %s of the data.</p>%n".formatted(version));
    page.append("<h2>Question</h2>\n").append(QueryForm.of(query));
    return page.append(Frame.close()).toString();
  }

  private static void writeTogether(List<String> together, StringBuilder page) {
    if (together.isEmpty()) {
      return;
    }
    page.append("<p>Together these match nothing:</p>\n<ul>\n");
    together.forEach(
        part -> page.append("<li><code>%s</code></li>%n".formatted(Html.escape(part))));
    page.append("</ul>\n");
  }

  private static void writeElements(Why why, StringBuilder page) {
    page.append(
        """
        <div class="wide" role="region" aria-label="Parts" tabindex="0"><table>
        <thead><tr><th scope="col">part</th><th scope="col">rows by itself</th>\
        <th scope="col">rows up to here</th></tr></thead>
        <tbody>
        """);
    for (Why.Element element : why.elements()) {
      String rows = element.rows().isPresent() ? Long.toString(element.rows().getAsLong()) : "";
      page.append(
          "<tr><td><code>%s</code></td><td class=\"number\">%s</td><td class=\"number\">%d</td></tr>%n"
              .formatted(Html.escape(element.text()), rows, element.joined()));
    }
    page.append("</tbody>\n</table></div>\n");
  }
}
