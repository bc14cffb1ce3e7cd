package org.dramatis.http.page;

import java.util.List;

/** The queries that are here, as a table. */
public final class RunningPage {

  /** One query. */
  public record Row(
      String id,
      String client,
      String arrived,
      String age,
      String memory,
      String phase,
      String text) {}

  private RunningPage() {}

  /** The page of these queries. */
  public static String write(List<Row> rows) {
    StringBuilder page = new StringBuilder(Frame.open("Running queries"));
    page.append(
        """
        <h1>Running queries</h1>
        <p>What waits, is computed or is being sent. <code>DELETE /queries/running/{id}</code> with a token stops one.</p>
        <table>
        <thead><tr><th scope="col">id</th><th scope="col">client</th><th scope="col">arrived</th><th scope="col">age</th><th scope="col">bytes held</th><th scope="col">phase</th><th scope="col">text</th></tr></thead>
        <tbody>
        """);
    for (Row row : rows) {
      page.append("<tr><th scope=\"row\">").append(Html.escape(row.id())).append("</th>");
      for (String cell :
          List.of(row.client(), row.arrived(), row.age(), row.memory(), row.phase())) {
        page.append("<td>").append(Html.escape(cell)).append("</td>");
      }
      page.append("<td><pre>").append(Html.escape(row.text())).append("</pre></td></tr>\n");
    }
    return page.append("</tbody>\n</table>\n").append(Frame.close()).toString();
  }
}
