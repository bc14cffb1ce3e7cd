package org.dramatis.http.page;

/** An error as a page. */
public final class ProblemPage {

  private ProblemPage() {}

  /** The page for a problem. */
  public static String write(String title, String detail) {
    return Frame.open(title)
        + "<h1>"
        + Html.escape(title)
        + "</h1>\n<pre>"
        + Html.escape(detail)
        + "</pre>\n<p>"
        + Html.link("/", "All published questions")
        + "</p>\n"
        + Frame.close();
  }
}
