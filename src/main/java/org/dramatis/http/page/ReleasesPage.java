package org.dramatis.http.page;

import java.util.List;
import org.dramatis.history.Release;

/** Releases of the data as a page. */
public final class ReleasesPage {

  private ReleasesPage() {}

  /** Some of them, or one. */
  public static String write(String title, List<Release> releases) {
    StringBuilder page = new StringBuilder(Frame.open(title));
    page.append("<h1>")
        .append(Html.escape(title))
        .append(
            """
            </h1>
            <p>A release is a name that a version of the data keeps for ever. A query is asked of one with <code>version=</code> and the name.</p>
            """);
    if (releases.isEmpty()) {
      page.append("<p>No version has been released yet.</p>\n");
    } else {
      page.append(
          """
          <div class="wide" role="region" aria-label="Releases" tabindex="0"><table>
          <thead><tr><th scope="col">release</th><th scope="col">version</th><th scope="col">identity</th><th scope="col">time</th><th scope="col">by</th><th scope="col">message</th></tr></thead>
          <tbody>
          """);
    }
    for (Release release : releases) {
      page.append("<tr><th scope=\"row\">")
          .append(Html.link("/releases/" + release.name(), release.name()))
          .append("</th><td>")
          .append(Html.link("/history/" + release.version(), release.version().toString()))
          .append("</td><td><code>")
          .append(Html.escape(release.id().toString()))
          .append("</code></td><td>")
          .append(Html.escape(release.issued().toString()))
          .append("</td><td>")
          .append(Html.escape(release.by()))
          .append("</td><td>")
          .append(Html.escape(release.why().orElse("")))
          .append("</td></tr>\n");
    }
    if (!releases.isEmpty()) {
      page.append("</tbody>\n</table></div>\n");
    }
    return page.append("<p>")
        .append(Html.link("/history", "All versions"))
        .append("</p>\n")
        .append(Frame.close())
        .toString();
  }
}
