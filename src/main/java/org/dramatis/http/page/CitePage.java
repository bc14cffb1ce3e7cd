package org.dramatis.http.page;

/** Where queries are cited. */
public final class CitePage {

  private CitePage() {}

  /** The page. */
  public static String write(int queries) {
    return Frame.open("Cite a query")
        + """
        <h1>Cite a query</h1>
        <p>A query that is cited has an address from then on, and its answer from the version that the
        data has now has another. Neither ever changes. Queries cited so far: %,d.</p>
        <form action="/q" method="post">
        <p><label for="query">SPARQL</label></p>
        <textarea id="query" name="query" rows="12" cols="100" spellcheck="false"></textarea>
        <p><button type="submit">Cite it</button></p>
        </form>
        """
            .formatted(queries)
        + Frame.close();
  }
}
