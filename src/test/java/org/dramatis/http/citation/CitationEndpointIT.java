package org.dramatis.http.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.http.TestServer;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.dramatis.query.Graphs;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationEndpointIT {

  private static final String DIRECT = "application/sparql-query";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Node IRI = NodeFactory.createURI("http://example.org/x");
  private static final String ALL = "SELECT ?o { <http://example.org/x> ?p ?o }";

  private static History history;
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Catalogue catalogue = TestServer.catalogue(folder);
    history = History.inMemory(DefaultGraph.UNION, InstantSource.system());
    add(history, "v1");
    add(history, "v2");
    server = TestServer.start(history, catalogue, TestServer.settings("client-citations", "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static void add(History history, String value) {
    Quad quad = Quad.create(IRI, IRI, IRI, NodeFactory.createLiteralString(value));
    history
        .store()
        .apply(history.log().append(new Change("tests", "one more", List.of(quad), List.of())));
  }

  private static HttpResponse<String> cite(String query, String... headers) throws Exception {
    return server.post("/q", DIRECT, query, headers);
  }

  private static String pinned(HttpResponse<String> cited) {
    return header(cited, "Content-Location");
  }

  private static JsonObject json(HttpResponse<String> response) {
    return JSON.parse(response.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | not-sparql | SELEC ?s { ?s ?p ?o }",
        "422 | not-repeatable | SELECT (NOW() AS ?n) {}",
        "403 | never-done-here | SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }",
        "400 | not-sparql | ''"
      })
  void whatCannotBeCitedIsRefusedWithTheReason(int status, String type, String query)
      throws Exception {
    HttpResponse<String> refused = cite(query);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(json(refused).getString("type")).endsWith("/" + type);
  }

  @Test
  void aQueryThatCannotBeReadIsToldOfAsEverywhere() throws Exception {
    JsonObject here = json(cite("SELECT ?s { ?s ?p }"));
    JsonObject there = json(server.post("/sparql", DIRECT, "SELECT ?s { ?s ?p }"));

    for (String member : List.of("type", "detail", "line", "column", "hint")) {
      assertThat(here.get(member)).isEqualTo(there.get(member));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | qeury=ASK%7B%7D",
        "400 | query=ASK%7B%7D&published=songs",
        "404 | published=nothing",
        "400 | published=of-title",
        "400 | published=songs&%24nothing=1",
        "400 | published=songs&%24person=no%20iri",
        "400 | query=ASK%7B%7D&%24nothing=1",
        "404 | query=ASK%7B%7D&version=99",
        "404 | query=ASK%7B%7D&version=new",
        "400 | query=ASK%7B%7D&version=%21"
      })
  void aFormThatSaysTooLittleOrTooMuchIsRefused(int status, String form) throws Exception {
    assertThat(server.post("/q", FORM, form).statusCode()).isEqualTo(status);
  }

  @Test
  void aQueryThatIsTooLongIsRefused() throws Exception {
    assertThat(cite("ASK { ?s ?p '" + "x".repeat(70_000) + "' }").statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/nothing",
        "/q/0000000000000000000000000000000000000000000000000000000000000000",
        "/q/0000000000000000000000000000000000000000000000000000000000000000@1.csv"
      })
  void whatWasNeverCitedIsNotThereAndTheAnswerSaysWhatToDo(String path) throws Exception {
    HttpResponse<String> missing = server.get(path);

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(json(missing).getString("hint")).contains("/q");
  }

  @Test
  void aVersionThatIsNotThereIsNotThere() throws Exception {
    String path = header(cite("ASK {}"), "Location");

    assertThat(server.get(path + "@99").statusCode()).isEqualTo(404);
    assertThat(server.get(path + "@none").statusCode()).isEqualTo(404);
    assertThat(server.get(path + "@1/compare?with=99").statusCode()).isEqualTo(404);
    assertThat(server.get(path + ".bib").statusCode()).isEqualTo(404);
    assertThat(server.get(path + "@1.ttl").statusCode()).isEqualTo(406);
    assertThat(server.get(path + "@1?cite=mla").statusCode()).isEqualTo(406);
    assertThat(server.get(path + "@1?about=pdf").statusCode()).isEqualTo(406);
    assertThat(server.get(path + "@1", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(server.post(path, DIRECT, "ASK {}").statusCode()).isEqualTo(405);
  }

  @Test
  void citingIsDoneOnce() throws Exception {
    HttpResponse<String> first = cite("SELECT ?s { ?s <http://example.org/once> 1 }");
    HttpResponse<String> again =
        cite("PREFIX : <http://example.org/>  select ?s # the same\n{ ?s :once 1 . }");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(header(again, "Location"))
        .isEqualTo(header(first, "Location"))
        .matches("/q/[0-9a-f]{64}");
    assertThat(pinned(first)).isEqualTo(header(first, "Location") + "@" + history.log().head());
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void anAnswerThatWasCitedIsTheSameAfterLaterChanges() throws Exception {
    String path = pinned(cite(ALL));
    HttpResponse<String> before = server.get(path + ".csv");
    add(history, "later " + path.length());
    HttpResponse<String> after = server.get(path + ".csv");

    assertThat(after.body()).isEqualTo(before.body()).contains("v1", "v2");
    assertThat(header(after, "ETag")).isEqualTo(header(before, "ETag")).isNotEmpty();
    assertThat(header(after, "Dramatis-Version")).isEqualTo(path.replaceAll(".*@", ""));
    assertThat(server.get(path + ".csv", "If-None-Match", header(before, "ETag")).statusCode())
        .isEqualTo(304);
    assertThat(server.get(path.replaceAll("@.*", ".csv")).body()).contains("later");
  }

  @Test
  void theAnswerIsThatOfTheSparqlEndpointByteForByte() throws Exception {
    HttpResponse<String> cited = cite(ALL + " ORDER BY ?o");
    String normal = json(cited).get("query").getAsObject().getString("normal");
    for (String format : List.of("csv", "tsv", "json", "xml", "table")) {
      HttpResponse<String> here = server.get(pinned(cited) + "." + format);
      HttpResponse<String> there =
          server.get(
              "/sparql?query=%s&format=%s&version=%s"
                  .formatted(encode(normal), format, pinned(cited).replaceAll(".*@", "")));

      assertThat(here.statusCode()).isEqualTo(200);
      assertThat(here.body()).isEqualTo(there.body());
      for (String name : List.of("ETag", "Content-Type", "Cache-Control", "Dramatis-Rows")) {
        assertThat(header(here, name)).isEqualTo(header(there, name));
      }
      assertThat(server.get(pinned(cited) + "?format=" + format).body()).isEqualTo(here.body());
    }
    assertThat(server.get(pinned(cited), "Accept", "text/csv").body())
        .isEqualTo(server.get(pinned(cited) + ".csv").body());
  }

  @Test
  void otherNamesOfAVersionLeadToOneAddress() throws Exception {
    String path = header(cite(ALL), "Location");
    String id = history.outline().id(new Version(1)).orElseThrow().toString();
    HttpResponse<String> redirect = server.get(path + "@" + id + ".csv?max-rows=1");

    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(header(redirect, "Location")).isEqualTo(path + "@1.csv?max-rows=1");
    assertThat(header(server.get(path + "@01"), "Location")).isEqualTo(path + "@1");
  }

  @Test
  void aVersionThatNobodyCitedIsToldOfAsWell() throws Exception {
    String path = header(cite(ALL), "Location");
    JsonObject told = json(server.get(path + "@1"));

    assertThat(told.hasKey("cited")).isFalse();
    assertThat(told.get("rows").getAsNumber().value().intValue()).isEqualTo(1);
    assertThat(server.get(path + "@1", "Accept", "text/html").body()).contains("Nobody has cited");
  }

  @Test
  void valuesAreAppliedAndNotListed() throws Exception {
    HttpResponse<String> published =
        server.post("/q", FORM, "published=music/songs&%24person=https%3A%2F%2Fexample.org%2Fann");
    HttpResponse<String> plain =
        cite(
            "SELECT ?song { <https://example.org/ann> <http://example.org/sings> ?song }"
                + " ORDER BY ?song");
    HttpResponse<String> bound =
        server.post(
            "/q?%24person=https://example.org/ann",
            DIRECT,
            "SELECT ?song { ?_person_iri <http://example.org/sings> ?song } ORDER BY ?song");

    assertThat(published.statusCode()).isEqualTo(201);
    assertThat(header(plain, "Location")).isEqualTo(header(published, "Location"));
    assertThat(header(bound, "Location")).isEqualTo(header(published, "Location"));
    assertThat(header(bound, "Dramatis-Warning")).isEmpty();
    assertThat(json(published).get("query").getAsObject().getString("published"))
        .endsWith("/queries/music/songs");
  }

  @Test
  void graphsOfTheRequestBelongToTheQuery() throws Exception {
    String one =
        header(
            server.post("/q", FORM, "query=ASK%7B%3Fs+%3Fp+5%7D&default-graph-uri=http://e/g"),
            "Location");

    assertThat(one).isEqualTo(header(cite("ASK FROM <http://e/g> { ?s ?p 5 }"), "Location"));
    assertThat(one).isNotEqualTo(header(cite("ASK { ?s ?p 5 }"), "Location"));
  }

  @Test
  void aBrowserIsLedToThePinnedPageAndThePageToldEverything() throws Exception {
    HttpResponse<String> cited = cite(ALL, "Accept", "text/html");

    assertThat(cited.statusCode()).isEqualTo(303);
    HttpResponse<String> page = server.get(header(cited, "Location"), "Accept", "text/html");
    assertThat(page.body())
        .contains("Compare", ".bib", ".csv", "sha256:", "Query as it was sent")
        .doesNotContain("<script>");
    assertThat(header(page, "Content-Type")).startsWith("text/html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle | Turtle",
        "application/ld+json | JSON-LD",
        "application/n-triples | N-Triples"
      })
  void itIsToldInRdf(String type, String language) throws Exception {
    HttpResponse<String> cited = cite(ALL);
    HttpResponse<String> told = server.get(pinned(cited), "Accept", type);
    Lang lang = RDFLanguages.nameToLang(language);

    assertThat(header(told, "Content-Type")).startsWith(type);
    assertThat(
            Graphs.read(told.body(), lang)
                .contains(
                    NodeFactory.createURI(json(cited).getString("iri")),
                    NodeFactory.createURI("https://schema.org/sha256"),
                    NodeFactory.createLiteralString(
                        json(cited).getString("result").substring("sha256:".length()))))
        .isTrue();
  }

  @Test
  void aChangedAnswerIsToldRowByRow() throws Exception {
    String path = header(cite("SELECT ?o { ?s <http://example.org/x> ?o }"), "Location");
    JsonObject same = json(server.get(path + "@2/compare?with=2"));
    JsonObject other = json(server.get(path + "@1/compare?with=2"));

    assertThat(same.get("same").getAsBoolean().value()).isTrue();
    assertThat(other.get("same").getAsBoolean().value()).isFalse();
    assertThat(other.get("added").getAsObject().get("rows").toString()).contains("v2");
    assertThat(other.get("removed").getAsObject().get("count").getAsNumber().value().intValue())
        .isZero();
    assertThat(server.get(path + "@1/compare", "Accept", "text/html").body())
        .contains("Another answer", "v2");
  }

  @Test
  void referencesComeInTheirForms() throws Exception {
    String path = pinned(cite(ALL));

    assertThat(server.get(path + ".bib").body()).startsWith("@misc{dramatis-").contains(path);
    assertThat(server.get(path + ".ris").body())
        .startsWith("TY  - DATA\r\n")
        .endsWith("ER  - \r\n");
    assertThat(JSON.parseAny(server.get(path + ".csl").body()).getAsArray().get(0).getAsObject())
        .matches(csl -> csl.getString("type").equals("dataset"));
    assertThat(server.get(path + "?cite=text").body()).startsWith("Dramatis (").contains(path);
    assertThat(server.get(path, "Accept", "application/x-bibtex").body())
        .isEqualTo(server.get(path + "?cite=bibtex").body());
  }

  @Test
  void headAndOptionsAreAnsweredAsEverywhere() throws Exception {
    String path = pinned(cite(ALL));

    assertThat(server.method("HEAD", path + ".csv").statusCode()).isEqualTo(200);
    assertThat(server.method("HEAD", path).body()).isEmpty();
    assertThat(header(server.method("OPTIONS", "/q"), "Allow")).contains("POST");
    assertThat(header(server.get(path), "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void whoeverMayNotCiteIsTold() throws Exception {
    try (TestServer nobody =
            TestServer.start(history, Catalogue.empty(), TestServer.settings("cite", "nobody"));
        TestServer tokens =
            TestServer.start(history, Catalogue.empty(), TestServer.settings("cite", "tokens"))) {
      assertThat(nobody.post("/q", DIRECT, "ASK {}").statusCode()).isEqualTo(403);
      assertThat(tokens.post("/q", DIRECT, "ASK {}").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aClientCitesSoMuchInAnHourAndKnownOnesAsOftenAsItLikes() throws Exception {
    try (TestServer strict =
        TestServer.start(
            history, Catalogue.empty(), TestServer.settings("client-citations", "3"))) {
      for (int i = 1; i <= 3; i++) {
        assertThat(strict.post("/q", DIRECT, "ASK { ?s ?p " + i + " }").statusCode())
            .isEqualTo(201);
      }
      HttpResponse<String> refused = strict.post("/q", DIRECT, "ASK { ?s ?p 4 }");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1000, 1200);
      assertThat(strict.post("/q", DIRECT, "ASK { ?s ?p 3 }").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whenThereIsNoRoomForMoreQueriesThatIsToldAndOldOnesStay() throws Exception {
    try (TestServer small =
        TestServer.start(history, Catalogue.empty(), TestServer.settings("citations", "1"))) {
      String path = header(small.post("/q", DIRECT, "ASK {}"), "Location");

      assertThat(small.post("/q", DIRECT, "ASK { ?s ?p 4 }").statusCode()).isEqualTo(507);
      assertThat(small.post("/q?version=1", DIRECT, "ASK {}").statusCode()).isEqualTo(201);
      assertThat(small.get(path).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void citationsSurviveARestartAndGoneVersionsAreToldOf(@TempDir Path folder) throws Exception {
    String path;
    String told;
    try (DataFolder data = DataFolder.open(folder, DefaultGraph.UNION, InstantSource.system());
        TestServer first = TestServer.start(data.history(), data.queries())) {
      add(data.history(), "v1");
      HttpResponse<String> cited = first.post("/q", DIRECT, ALL);
      path = pinned(cited);
      told = json(cited).getString("result");
    }
    try (DataFolder data = DataFolder.open(folder, DefaultGraph.UNION, InstantSource.system())) {
      try (TestServer again = TestServer.start(data.history(), data.queries())) {
        add(data.history(), "v2");
        HttpResponse<String> pinned = again.get(path + ".csv");

        assertThat(json(again.get(path)).getString("result")).isEqualTo(told);
        assertThat(pinned.body()).contains("v1").doesNotContain("v2");
        assertThat(header(pinned, "Cache-Control")).contains("immutable");
        assertThat(again.post("/q?version=1", DIRECT, ALL).statusCode()).isEqualTo(200);
        assertThat(json(again.get(path + "/compare")).toString()).contains("v2");
      }
      try (TestServer other = TestServer.start(history, data.queries())) {
        assertThat(other.get(path).statusCode()).isEqualTo(410);
        assertThat(other.get(path + ".csv").statusCode()).isEqualTo(410);
      }
    }
  }

  @Test
  void pagesOfAnswersAndOfPublishedQueriesCiteThem() throws Exception {
    assertThat(server.get("/sparql?query=ASK%7B%7D", "Accept", "text/html").body())
        .contains("action=\"/q\"", "Cite this answer");
    assertThat(server.get("/sparql?query=SELECT(NOW()AS%3Fx)%7B%7D", "Accept", "text/html").body())
        .doesNotContain("Cite this answer");
    assertThat(server.get("/queries/music/songs", "Accept", "text/html").body())
        .contains("value=\"music/songs\"");
    assertThat(server.get("/queries/music/of-title", "Accept", "text/html").body())
        .doesNotContain("action=\"/q\"");
  }

  @Test
  void thePinnedAnswerSaysWhereThatOfOtherVersionsIs() throws Exception {
    String path = pinned(cite(ALL));
    String links = header(server.get(path + ".csv"), "Link");

    assertThat(links).contains("<" + path.replaceAll("@.*", "") + "?format=csv>; rel=\"original");
    String original = path.replaceAll("@.*", "") + "?format=csv&version=1";
    assertThat(server.get(original).body())
        .isEqualTo(server.get(path.replaceAll("@.*", "@1.csv")).body());
  }

  @Test
  void theFirstPageTakesAQuery() throws Exception {
    assertThat(server.get("/q", "Accept", "text/html").body()).contains("action=\"/q\"");
    assertThat(json(server.get("/q")).hasKey("queries")).isTrue();
  }
}
