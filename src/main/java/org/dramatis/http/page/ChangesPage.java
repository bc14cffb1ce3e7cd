package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;

/** Some versions in a row, as a table, and how a program follows them. */
public final class ChangesPage {

  /** One version. */
  public record Row(
      String version, String time, String author, String message, String added, String deleted) {}

  private ChangesPage() {}

  /**
   * The page of these versions.
   *
   * @param next where the next ones stand, if there can be any
   */
  public static String write(List<Row> rows, Optional<String> next) {
    StringBuilder page = new StringBuilder(Frame.open("What changed"));
    page.append(
        """
        <h1>What changed</h1>
        <p>Every version of the data, and what it added and deleted. A program reads this address as
        <a href="/changes?format=patch">RDF Patch</a>, as <a href="/changes?format=jsonl">JSON lines</a>,
        or, from now on and live, as
        <code>text/event-stream</code>. Whole versions are at <a href="/dump">/dump</a>.</p>
        <table>
        <thead><tr><th scope="col">version</th><th scope="col">time</th><th scope="col">author</th><th scope="col">message</th><th scope="col">added</th><th scope="col">deleted</th></tr></thead>
        <tbody>
        """);
    for (Row row : rows) {
      page.append("<tr><th scope=\"row\">")
          .append(
              Html.link(
                  "/changes?since=%d&limit=1&format=patch"
                      .formatted(Long.parseLong(row.version()) - 1),
                  row.version()))
          .append("</th>");
      for (String cell :
          List.of(row.time(), row.author(), row.message(), row.added(), row.deleted())) {
        page.append("<td>").append(Html.escape(cell)).append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n");
    next.ifPresent(address ->
        page.append("<p>").append(Html.link(address, "The next versions")).append("</p>\n"));
    return page.append(Frame.close()).toString();
  }
}
