package org.dramatis.http.page;

import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Overview;

/** The first page: what this is, what it holds, and every published question. */
public final class LandingPage {

  private static final String FIRST_QUERY =
      """
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

      SELECT ?person ?character ?work WHERE {
        ?credit d:agent/rdfs:label ?person ;
                d:character/rdfs:label ?character ;
                d:work/rdfs:label ?work .
      }
      ORDER BY ?work ?person
      """;

  private LandingPage() {}

  /** The page for one version of the data. */
  public static String write(String programVersion, Overview overview, Catalogue catalogue) {
    StringBuilder page = new StringBuilder(Frame.open("Dramatis"));
    page.append(
        """
        <h1>Who played whom, and who says so</h1>
        <p>Dramatis is a knowledge graph of entertainment: works, people, characters, songs. Each of
        its statements is the claim of a source and leads to the place where the source makes it.</p>
        <p>Ask it in <a href="#ask">SPARQL</a>, here or at <code>/sparql</code>, or start from one of
        the <a href="#questions">published questions</a>.</p>
        """);
    page.append(SearchPage.form(""));
    writeOverview(programVersion, overview, page);
    page.append("<h2 id=\"questions\">Published questions</h2>\n");
    page.append(QueriesPage.list(catalogue));
    page.append("<h2 id=\"ask\">Ask your own question</h2>\n").append(QueryForm.of(FIRST_QUERY));
    return page.append(Frame.close()).toString();
  }

  private static void writeOverview(String programVersion, Overview overview, StringBuilder page) {
    page.append("<h2>What it holds</h2>\n<ul class=\"counts\">\n");
    overview
        .counts()
        .forEach((label, count) ->
            page.append("<li>%s <b>%,d</b></li>%n".formatted(Html.escape(label), count)));
    page.append("</ul>\n");
    page.append(
        "<p>Version %s of the data, served by Dramatis %s.</p>%n"
            .formatted(overview.version(), Html.escape(programVersion)));
  }
}
