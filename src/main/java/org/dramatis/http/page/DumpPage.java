package org.dramatis.http.page;

import java.util.List;

/** The files of a version. */
public final class DumpPage {

  /** One file. */
  public record Row(
      String name, String mediaType, String statements, String bytes, String digest) {}

  private DumpPage() {}

  /** The page of a version. */
  public static String write(String version, String time, List<Row> rows) {
    StringBuilder page = new StringBuilder(Frame.open("Version %s as files".formatted(version)));
    page.append(
        """
        <h1>Version %s as files</h1>
        <p>All that the data said from %s on. A file of a version never changes, and is made when it is
        first asked for. <a href="/dump/latest">The newest version</a>, and
        <a href="/changes">what changed since</a>.</p>
        <table>
        <thead><tr><th scope="col">file</th><th scope="col">media type</th><th scope="col">statements</th><th scope="col">bytes</th><th scope="col">SHA-256</th></tr></thead>
        <tbody>
        """
            .formatted(Html.escape(version), Html.escape(time)));
    for (Row row : rows) {
      page.append("<tr><th scope=\"row\">")
          .append(Html.link("/dump/" + row.name(), row.name()))
          .append("</th>");
      for (String cell : List.of(row.mediaType(), row.statements(), row.bytes(), row.digest())) {
        page.append("<td>").append(Html.escape(cell)).append("</td>");
      }
      page.append("</tr>\n");
    }
    return page.append("</tbody>\n</table>\n").append(Frame.close()).toString();
  }
}
