package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.dramatis.http.TestServer.sparql;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dramatis.ingest.Outcome;
import org.dramatis.query.Graphs;
import org.dramatis.query.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesIT extends WithServer {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
  private static final Pattern LOADED = Pattern.compile("(?:<link [^>]*href|src)=\"([^\"]*)\"");

  @Test
  void theFirstPageLeadsToThePublishedQueriesAndCounts() throws Exception {
    HttpResponse<String> page = server.get("/", "Accept", BROWSER);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.body())
        .contains(
            "<html lang=\"en\">",
            "<a href=\"/queries#music\">music</a> <b>2</b>",
            "person <b>1</b>",
            "Version <a href=\"/history/1\">1</a> of the data",
            "served by Dramatis 1.2.3");
  }

  @Test
  void everyLinkOfTheFirstPageAndOfTheListOfQueriesWorks() throws Exception {
    String page = server.get("/", "Accept", BROWSER).body();
    String queries = server.get("/queries", "Accept", BROWSER).body();

    List<String> links =
        Stream.of(page, queries).flatMap(each -> localLinks(each).stream()).distinct().toList();

    assertThat(queries).contains("What &lt;somebody&gt; sings", "Who sings a song");
    assertThat(links).hasSizeGreaterThan(4);
    for (String link : links) {
      assertThat(server.get(link, "Accept", BROWSER).statusCode()).as(link).isEqualTo(200);
    }
    assertThat(links)
        .as("a query that needs a value leads to its page")
        .contains("/queries/music/of-title")
        .contains("/queries/music/songs?format=html");
  }

  @Test
  void aPublishedQueryCanBeChangedInTheEditor() throws Exception {
    String link =
        localLinks(server.get("/queries/music/songs", "Accept", BROWSER).body()).stream()
            .filter(address -> address.startsWith("/query?query="))
            .findFirst()
            .orElseThrow();

    assertThat(server.get(link, "Accept", BROWSER).body())
        .contains("<textarea", "SELECT", "person/ann");
    assertThat(server.get("/queries/music/of-title", "Accept", BROWSER).body())
        .as("one that needs a value")
        .doesNotContain("/query?query=");
  }

  @Test
  void pagesLoadNothingFromElsewhere() throws Exception {
    for (String path : List.of("/", "/queries/music/songs", sparql("SELECT * {}"))) {
      HttpResponse<String> page = server.get(path, "Accept", BROWSER);
      assertThat(page.body()).doesNotContain("@import", "style=\"", "onclick", "onload");
      assertThat(LOADED.matcher(page.body()).results().map(match -> match.group(1)).toList())
          .hasSize(3)
          .allMatch(address -> address.startsWith("/assets/"));
      assertThat(page.body()).containsOnlyOnce("<script").contains("\"></script>");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void theFirstPageNamesTheAddressesForProgramsAndItsLinksLeadSomewhere() throws Exception {
    String page = server.get("/", "Accept", BROWSER).body();
    String programs = page.substring(page.indexOf("<dl class=\"programs\">"));
    List<String> links =
        Pattern.compile("href=\"(/[^\"]*)\"")
            .matcher(programs.substring(0, programs.indexOf("</dl>")))
            .results()
            .map(link -> link.group(1))
            .toList();

    assertThat(programs)
        .contains("/sparql", "/queries", "/q", "/search", "/lookup", "/reconcile", "/history")
        .contains("/diff", "/releases", "/timemap", "/timegate", "/dump", "/changes")
        .contains("/update", "/data", "/identity");
    assertThat(links).isNotEmpty();
    for (String link : links) {
      assertThat(server.get(link, "Accept", BROWSER).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void aPublishedQueryHasAPage() throws Exception {
    HttpResponse<String> page = server.get("/queries/music/songs", "Accept", BROWSER);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("What &lt;somebody&gt; sings", "Songs &amp; more.", "person", "?_person_iri");
    assertThat(server.get("/queries/music/nothing").statusCode()).isEqualTo(404);
    assertThat(server.get("/queries/songs").statusCode()).isEqualTo(404);
    assertThat(server.get("/queries/", "Accept", BROWSER).body())
        .contains("What &lt;somebody&gt; sings");
  }

  @Test
  void rowsAreATableWhoseCellsAreEscapedAndLinked() throws Exception {
    String query = "SELECT ?who ?song { GRAPH :film { ?who :sings ?song } }";

    String page = server.get(sparql(query), "Accept", BROWSER).body();

    assertThat(page)
        .contains(
            "<th scope=\"col\">who</th><th scope=\"col\">song</th>",
            "&lt;script&gt;alert('&amp;')&lt;/script&gt;",
            ">person:ann</bdi></a>",
            "1 row.");
    for (String link : localLinks(page)) {
      assertThat(server.get(link).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void theAnswerToAPublishedQueryBearsItsTitle() throws Exception {
    assertThat(server.get("/queries/music/songs?format=html", "Accept", BROWSER).body())
        .contains(
            "<title>What &lt;somebody&gt; sings</title>",
            "<h1>What &lt;somebody&gt; sings</h1>",
            "Songs &amp; more.");
    assertThat(server.get(sparql("ASK {}"), "Accept", BROWSER).body()).contains("<h1>Answer</h1>");
  }

  @Test
  void aTruthValueAndAGraphAreReadable() throws Exception {
    assertThat(server.get(sparql("ASK { person:ann ?p ?o }"), "Accept", BROWSER).body())
        .contains("<p class=\"truth\">Yes</p>");
    assertThat(server.get(sparql("DESCRIBE person:ann"), "Accept", BROWSER).body())
        .contains("<pre", "person:ann", "&lt;script&gt;");
  }

  @Test
  void aQueryThatEndsTheTextAreaStaysInside() throws Exception {
    String query = "SELECT * { ?s ?p ?o } # </textarea><script>alert(1)</script>";

    assertThat(server.get(sparql(query), "Accept", BROWSER).body())
        .contains("&lt;/textarea&gt;")
        .doesNotContain("<script>", "# </textarea>");
  }

  @Test
  void healthNamesTheVersionOfTheData() throws Exception {
    HttpResponse<String> health = server.get("/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=utf-8");
    assertThat(health.body()).contains("\"status\" : \"up\"", "\"version\" : 1");
  }

  @Test
  void elsewhereThereIsNothing() throws Exception {
    HttpResponse<String> nothing = server.get("/no/such/place");

    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(nothing.body()).contains("/no/such/place");
    for (String path : List.of("/$/ping", "/$/metrics", "/$/datasets", "/ds", "/data")) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void onlyThisMachineIsListenedTo() throws Exception {
    List<InetAddress> outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    assumeThat(outside).as("addresses under which others could reach this machine").isNotEmpty();

    for (InetAddress address : outside) {
      assertThatThrownBy(() -> new Socket(address, server.port()).close())
          .as(address.toString())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aPortInUseIsSaidSo(@TempDir Path folder) {
    Catalogue none = ((Outcome.Ok<Catalogue>) Catalogue.load(folder)).value();

    assertThatThrownBy(() ->
            Server.create(Graphs.history(""), () -> none)
                .with(TestServer.settings("port", server.port() + ""))
                .start())
        .isInstanceOf(CannotListenException.class)
        .hasMessageContaining("port " + server.port())
        .hasMessageContaining("in use");
  }

  @Test
  void aHostThatIsNotThereIsSaidSo(@TempDir Path folder) {
    Catalogue none = ((Outcome.Ok<Catalogue>) Catalogue.load(folder)).value();

    assertThatThrownBy(() ->
            Server.create(Graphs.history(""), () -> none)
                .with(TestServer.settings("host", "nowhere.invalid"))
                .start())
        .isInstanceOf(CannotListenException.class)
        .hasMessageContaining("nowhere.invalid");
  }

  @Test
  void aStoppedServerGivesItsPortBack(@TempDir Path folder) throws Exception {
    int port;
    try (TestServer shortLived = TestServer.start(folder)) {
      port = shortLived.port();
      assertThat(shortLived.get("/health").statusCode()).isEqualTo(200);
    }

    try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(again.getLocalPort()).isEqualTo(port);
    }
  }

  private static List<String> localLinks(String page) {
    String content = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    return LINK.matcher(content)
        .results()
        .map((MatchResult result) -> result.group(1).replace("&amp;", "&").replace("&#39;", "'"))
        .filter(link -> link.startsWith("/"))
        .distinct()
        .toList();
  }
}
