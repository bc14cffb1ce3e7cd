package org.dramatis.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** Addresses by what they are for; only some of them show anything to somebody who just looks. */
  private static final Map<String, List<Named>> PROGRAMS = programs();

  private record Named(String path, boolean isLink) {}

  private LandingPage() {}

  private static Map<String, List<Named>> programs() {
    Map<String, List<Named>> programs = new LinkedHashMap<>();
    programs.put("Ask", List.of(link("/sparql"), link("/queries"), link("/q"), name("/mcp")));
    programs.put(
        "Find and match",
        List.of(link("/search"), link("/lookup"), link("/reconcile"), link("/annotate")));
    programs.put("Every version", List.of(link("/history"), name("/diff"), link("/releases")));
    programs.put("At a time", List.of(link("/timemap"), name("/timegate")));
    programs.put("All of it", List.of(name("/dump"), link("/changes")));
    programs.put("Change it", List.of(name("/update"), name("/data"), name("/identity")));
    programs.put(
        "About the service",
        List.of(link("/openapi.json"), link("/.well-known/void"), link("/health")));
    return programs;
  }

  private static Named link(String path) {
    return new Named(path, true);
  }

  private static Named name(String path) {
    return new Named(path, false);
  }

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
    writePrograms(page);
    return page.append(Frame.close()).toString();
  }

  /** What there is beside pages for people, so that nobody has to guess an address. */
  private static void writePrograms(StringBuilder page) {
    page.append("<h2 id=\"programs\">For programs</h2>\n<dl class=\"programs\">\n");
    PROGRAMS.forEach((purpose, addresses) ->
        page.append(
            "<dt>%s</dt><dd>%s</dd>%n"
                .formatted(
                    Html.escape(purpose),
                    addresses.stream().map(LandingPage::shown).collect(Collectors.joining(", ")))));
    page.append("</dl>\n");
  }

  private static String shown(Named address) {
    return address.isLink()
        ? "<a href=\"%1$s\"><code>%1$s</code></a>".formatted(address.path())
        : "<code>%s</code>".formatted(address.path());
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
