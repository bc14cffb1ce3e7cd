package org.dramatis.http.page;

/** A form in which a query can be changed and asked. */
final class QueryForm {

  private static final int LEAST_LINES = 8;
  private static final int MOST_LINES = 24;

  private QueryForm() {}

  static String of(String query) {
    long lines = Math.clamp(query.lines().count() + 1, LEAST_LINES, MOST_LINES);
    // HTML swallows one line break after the opening tag, so that the query may begin with one.
    return """
    <form action="/sparql" method="get">
    <p><label for="query">SPARQL</label></p>
    <textarea id="query" name="query" rows="%d" cols="100" spellcheck="false">
    %s</textarea>
    <p><button type="submit">Ask</button></p>
    </form>
    """
        .formatted(lines, Html.escape(query));
  }
}
