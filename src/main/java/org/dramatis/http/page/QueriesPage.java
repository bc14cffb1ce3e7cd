package org.dramatis.http.page;

import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;

/** Every published question, by topic. */
public final class QueriesPage {

  private QueriesPage() {}

  /** The page. */
  public static String write(Catalogue catalogue) {
    return Frame.open("Published questions")
        + "<h1>Published questions</h1>\n"
        + list(catalogue)
        + Frame.close();
  }

  /** The list, as it also stands on the first page. */
  static String list(Catalogue catalogue) {
    StringBuilder page = new StringBuilder();
    catalogue
        .byTopic()
        .forEach((topic, queries) -> {
          page.append("<section>\n<h3>").append(Html.escape(topic)).append("</h3>\n<ul>\n");
          queries.forEach(query -> writeQuestion(query, page));
          page.append("</ul>\n</section>\n");
        });
    return page.toString();
  }

  private static void writeQuestion(PublishedQuery query, StringBuilder page) {
    String written = "/queries/" + query.path();
    page.append("<li>")
        .append(
            query
                .unaided()
                .map(text -> Html.queryLink(text, query.title()))
                .orElseGet(() -> Html.link(written, query.title())))
        .append(" <a class=\"written\" href=\"")
        .append(Html.escape(written))
        .append("\" aria-label=\"How it is asked: ")
        .append(Html.escape(query.title()))
        .append("\">how it is asked</a></li>\n");
  }
}
