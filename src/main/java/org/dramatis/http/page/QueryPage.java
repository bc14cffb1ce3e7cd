package org.dramatis.http.page;

import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.PublishedQuery;

/** A published query as a page: what it asks, what it can be given, how it is written. */
public final class QueryPage {

  private QueryPage() {}

  /**
   * The page of a query.
   *
   * @param cites whether it can be cited from here
   */
  public static String write(PublishedQuery query, boolean cites) {
    StringBuilder page = new StringBuilder(Frame.open(query.title()));
    page.append("<h1>").append(Html.escape(query.title())).append("</h1>\n");
    page.append("<p>").append(Html.escape(query.description())).append("</p>\n");
    query
        .unaided()
        .ifPresent(
            text -> page.append("<p>").append(Html.queryLink(text, "Ask it")).append("</p>\n"));
    if (cites && query.unaided().isPresent()) {
      page.append(CiteForm.published(query.path()).html("Cite its answer"));
    }
    if (!query.parameters().isEmpty()) {
      page.append("<h2>Parameters</h2>\n");
      writeParameters(query, page);
    }
    page.append("<h2>Query</h2>\n<pre tabindex=\"0\">");
    page.append(Html.escape(query.text())).append("</pre>\n");
    page.append("<p>").append(Html.link("/", "All published questions")).append("</p>\n");
    return page.append(Frame.close()).toString();
  }

  private static void writeParameters(PublishedQuery query, StringBuilder page) {
    page.append(
        """
        <table>
        <thead><tr><th scope="col">name</th><th scope="col">takes</th><th scope="col">default</th></tr></thead>
        <tbody>
        """);
    for (Parameter parameter : query.parameters()) {
      page.append("<tr><th scope=\"row\">").append(Html.escape(parameter.name())).append("</th>");
      page.append("<td>").append(Html.escape(parameter.type().label())).append("</td><td>");
      parameter.defaultValue().ifPresent(value -> page.append(TermCell.of(value)));
      page.append("</td></tr>\n");
    }
    page.append("</tbody>\n</table>\n");
  }
}
