package org.dramatis.http.page;

/** What every page has around its content. */
final class Frame {

  /** Where the content begins. */
  static final String MAIN = "<main id=\"content\">\n";

  private Frame() {}

  /** Everything before the content of the page. */
  static String open(String title) {
    return head(title)
        + """
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header><p><a href="/">Dramatis</a> <span>who played whom, and who says so</span></p></header>
        """
        + MAIN;
  }

  /** What a browser has to know of a page before its body. */
  static String head(String title) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="stylesheet" href="/style.css">
    </head>
    """
        .formatted(Html.escape(title));
  }

  /** Everything after the content of the page. */
  static String close() {
    return """
    </main>
    <footer><p>Every statement here is somebody’s claim, and can be asked where it stands.</p></footer>
    </body>
    </html>
    """;
  }
}
