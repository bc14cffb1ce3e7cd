package org.dramatis.http.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.sparql;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.dramatis.http.TestServer;
import org.dramatis.http.WithServer;
import org.dramatis.model.Rdf11Restoration;
import org.dramatis.query.Graphs;
import org.dramatis.query.language.Sparql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlEndpointIT extends WithServer {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DIRECT = "application/sparql-query";
  private static final String CSV = "text/csv";
  private static final String SONGS = "SELECT ?song { person:ann :sings ?song } ORDER BY ?song";
  private static final String FIRST_SONG = "<script>alert('&')</script>";

  @Test
  void aQueryIsAskedByGet() throws Exception {
    assertSongs(server.get(sparql(SONGS), "Accept", CSV));
  }

  @Test
  void aQueryIsAskedByPostOfAForm() throws Exception {
    String body = "query=" + encode(Graphs.query(SONGS));

    assertSongs(server.post("/sparql", FORM, body, "Accept", CSV));
    assertSongs(server.post("/sparql", FORM + "; charset=UTF-8", body, "Accept", CSV));
  }

  @Test
  void aQueryIsAskedByPostOfItself() throws Exception {
    assertSongs(server.post("/sparql", DIRECT, Graphs.query(SONGS), "Accept", CSV));
    assertSongs(server.post("/sparql?format=csv", DIRECT + ";charset=utf-8", Graphs.query(SONGS)));
  }

  private static void assertSongs(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
    assertThat(response.headers().firstValue("Dramatis-Version")).hasValue("1");
    assertThat(response.headers().firstValue("Vary"))
        .hasValue("Accept, Accept-Encoding, Accept-Datetime");
    assertThat(response.body()).isEqualTo("song\r\n" + FIRST_SONG + "\r\nanother song\r\n");
  }

  @Test
  void theProtocolChoosesGraphs() throws Exception {
    String series = encode("http://example.org/series");

    assertThat(server.get(sparql(SONGS) + "&format=csv&default-graph-uri=" + series).body())
        .isEqualTo("song\r\nanother song\r\n");
    assertThat(
            server
                .get(
                    sparql("SELECT ?g FROM NAMED :film { GRAPH ?g { person:ann ?p ?o } }")
                        + "&format=csv&named-graph-uri="
                        + series)
                .body())
        .isEqualTo("g\r\nhttp://example.org/series\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */*                                           | application/sparql-results+json
          application/sparql-results+xml                | application/sparql-results+xml
          application/json                              | application/json
          text/csv                                      | text/csv;charset=utf-8
          text/tab-separated-values                     | text/tab-separated-values;charset=utf-8
          text/plain                                    | text/plain;charset=utf-8
          text/*;q=0.5, application/xml;q=0.9           | application/xml
          text/csv;q=0.1, text/*;q=0.8                  | text/tab-separated-values;charset=utf-8
          image/png, text/csv;q=0.01                    | text/csv;charset=utf-8
          text/html,application/xml;q=0.9,*/*;q=0.8     | text/html;charset=utf-8
          application/sparql-results+json;q=0, */*      | application/sparql-results+xml
          """)
  void rowsComeInTheFormThatIsWantedMost(String accept, String expected) throws Exception {
    HttpResponse<String> response = server.get(sparql(SONGS), "Accept", accept);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(expected);
    assertThat(response.body()).contains("another song");
  }

  @Test
  void withoutAWishRowsAreJsonAndGraphsAreTurtle() throws Exception {
    assertThat(server.get(sparql("ASK {}")).headers().firstValue("Content-Type"))
        .hasValue("application/sparql-results+json");
    assertThat(server.get(sparql("DESCRIBE :nobody")).headers().firstValue("Content-Type"))
        .hasValue("text/turtle;charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/ld+json",
        "application/n-triples",
        "application/rdf+xml"
      })
  void aGraphWithTripleTermsComesInEveryForm(String mediaType) throws Exception {
    String query = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH :film { ?s ?p ?o } }";

    HttpResponse<String> response = server.get(sparql(query), "Accept", mediaType);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
    Lang lang = RDFLanguages.contentTypeToLang(mediaType);
    Graph restored = Rdf11Restoration.of(Graphs.read(response.body(), lang));
    assertThat(restored.stream().filter(triple -> triple.getObject().isTripleTerm())).hasSize(2);
  }

  @Test
  void tripleTermsInRowsNeverPrintAQuestionMark() throws Exception {
    String query = "SELECT ?t { ?c rdf:reifies ?t }";

    assertThat(server.get(sparql(query) + "&format=csv").body()).contains("<<( <https://w3id.org/");
    assertThat(server.get(sparql(query) + "&format=tsv").body()).contains("<<( <https://w3id.org/");
    assertThat(server.get(sparql(query)).body()).contains("\"type\":\"triple\"");
    assertThat(server.get(sparql(query) + "&format=xml").body()).contains("<triple>");
    assertThat(server.get(sparql(query) + "&format=html").body()).contains("&lt;&lt;( ");
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * {}, image/png, text/csv",
    "DESCRIBE :x, image/png, text/turtle",
    "DESCRIBE :x, text/csv, text/turtle",
    "ASK {}, text/turtle, application/sparql-results+json",
  })
  void anUnknownFormIs406AndListsWhatThereIs(String query, String accept, String listed)
      throws Exception {
    HttpResponse<String> response = server.get(sparql(query), "Accept", accept);

    assertProblem(response, 406);
    assertThat(response.body()).contains(listed);
  }

  @Test
  void anUnknownFormatIs406AndListsWhatThereIs() throws Exception {
    HttpResponse<String> response = server.get(sparql("ASK {}") + "&format=ttl");

    assertProblem(response, 406);
    assertThat(response.body())
        .contains("csv, tsv, json, xml, json;version=1.2, xml;version=1.2, html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/turtle                                  |                   | text/turtle;charset=utf-8
          text/turtle;version=1.1                      |                   | text/turtle;charset=utf-8
          text/turtle;version=1.2                      |                   | text/turtle;version=1.2;charset=utf-8
          text/turtle;q=0.5, text/turtle;version="1.2" |                   | text/turtle;version=1.2;charset=utf-8
          text/turtle;version=1.2;q=0.5, text/turtle   |                   | text/turtle;charset=utf-8
          application/n-triples;version=1.2            |                   | application/n-triples;version=1.2
          application/ld+json;version=1.2, */*;q=0.1   |                   | text/turtle;charset=utf-8
          application/rdf+xml                          | ttl;version=1.2   | text/turtle;version=1.2;charset=utf-8
          text/turtle;version=1.2                      | nt                | application/n-triples
          """)
  void theVersionOfRdfIsTheOneThatIsAskedFor(
      String accept, @Nullable String format, String contentType) throws Exception {
    String path = sparql("CONSTRUCT WHERE { ?c rdf:reifies ?t }");

    HttpResponse<String> response =
        server.get(format == null ? path : path + "&format=" + encode(format), "Accept", accept);

    assertThat(response.headers().firstValue("Content-Type")).hasValue(contentType);
    assertThat(response.body().contains("<<(")).isEqualTo(contentType.contains("1.2"));
    assertThat(response.headers().firstValue("Vary").orElse("")).contains("Accept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/ld+json;version=1.2", "text/turtle;version=1.3"})
  void aVersionOfRdfThatAFormatDoesNotHaveIs406(String accept) throws Exception {
    HttpResponse<String> response =
        server.get(sparql("CONSTRUCT WHERE { ?c rdf:reifies ?t }"), "Accept", accept);

    assertProblem(response, 406);
    assertThat(response.body()).contains("text/turtle;version=1.2");
  }

  @Test
  void whoAsksNothingGetsTheDescriptionOfTheService() throws Exception {
    HttpResponse<String> description = server.get("/sparql");
    HttpResponse<String> first = server.get("/", "Accept", "application/n-triples");
    HttpResponse<String> page = server.get("/sparql", "Accept", "text/html");

    assertThat(description.headers().firstValue("Content-Type"))
        .hasValue("text/turtle;charset=utf-8");
    assertThat(description.body())
        .contains("sd:endpoint", server.uri("/sparql").toString(), "sd:UnionDefaultGraph")
        .doesNotContain("SPARQL11Update", "BasicFederatedQuery");
    assertThat(first.body()).contains("service-description#endpoint>");
    assertThat(page.body()).contains("<form");
  }

  @Test
  void aSyntaxErrorIs400WithItsPlace() throws Exception {
    HttpResponse<String> response = server.get("/sparql?query=" + encode("SELECT *\nWHERE {"));

    assertProblem(response, 400);
    assertThat(response.body())
        .contains("\"line\" : 2", "\"column\" : 8", "line 2, column 8: the text ends");
  }

  @Test
  void aBrowserGetsItsErrorAsAPage() throws Exception {
    HttpResponse<String> response =
        server.get("/sparql?query=" + encode("SELECT <b>"), "Accept", "text/html,*/*;q=0.8");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(response.body()).contains("<h1>", "line 1, column").doesNotContain("<b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sparql?query=", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "/sparql?query=%FF"})
  void aMissingDoubledOrGarbledQueryIs400(String path) throws Exception {
    assertProblem(server.get(path), 400);
  }

  @Test
  void aBodyThatIsNotUtf8Is400() throws Exception {
    assertProblem(server.post("/sparql", DIRECT, new byte[] {'A', 'S', 'K', (byte) 0xFF}), 400);
  }

  @Test
  void anUnknownBodyIs415() throws Exception {
    assertProblem(server.post("/sparql", "text/plain", "ASK {}"), 415);
    assertProblem(server.post("/sparql", DIRECT + ";charset=latin1", "ASK {}"), 415);
    assertProblem(server.post("/sparql", DIRECT, "ASK {}", "Content-Encoding", "gzip"), 415);
  }

  @Test
  void aQueryThatIsTooLongIs413() throws Exception {
    String longer = "ASK {} #" + "x".repeat(Sparql.MAX_CHARACTERS);

    assertProblem(server.post("/sparql", DIRECT, longer), 413);
    assertProblem(server.post("/sparql", DIRECT, longer.repeat(5)), 413);
    assertProblem(server.post("/sparql", FORM, "query=" + encode(longer)), 413);
  }

  @Test
  void anUpdateIsNotRead() throws Exception {
    String update = "INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }";

    assertProblem(server.post("/sparql", "application/sparql-update", update), 415);
    assertProblem(server.post("/sparql", FORM, "update=" + encode(update)), 400);
    assertProblem(server.get("/sparql?update=" + encode(update)), 400);
    assertProblem(server.get("/sparql?query=" + encode(update)), 400);
    assertProblem(server.post("/update", "application/sparql-update", update), 404);
    assertProblem(server.post("/", "application/sparql-update", update), 405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void graphsAreNotWritten(String method) throws Exception {
    assertProblem(server.method(method, "/sparql?default"), 405);
    assertProblem(server.method(method, "/data?default"), 404);
    assertProblem(server.method(method, "/?default"), 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } } } }",
        "SELECT (<java:java.lang.Object>() AS ?x) {}",
      })
  void whatIsNeverDoneIs403(String query) throws Exception {
    assertProblem(server.get(sparql(query)), 403);
  }

  @Test
  void headIsGetWithoutTheBody() throws Exception {
    HttpResponse<String> get = server.get(sparql(SONGS));
    HttpResponse<String> head = server.method("HEAD", sparql(SONGS));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(get.headers().firstValue("Content-Length"));
  }

  @Test
  void optionsListsTheMethods() throws Exception {
    HttpResponse<String> response = server.method("OPTIONS", "/sparql");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml", "csv", "tsv", "table", "html"})
  void aQueryThatRunsOutOfTimeIs504InEveryForm(String format, @TempDir Path folder)
      throws Exception {
    try (TestServer hasty = TestServer.start(folder, many(300), Duration.ofMillis(300))) {
      String counting = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

      HttpResponse<String> response = hasty.get(sparql(counting) + "&format=" + format);

      assertProblem(response, 504);
      assertThat(response.body()).contains("0.3 seconds");
    }
  }

  @Test
  void anAnswerThatFailsAfterItBeganIsCutOff(@TempDir Path folder) throws Exception {
    try (TestServer hasty = TestServer.start(folder, many(1000), Duration.ofSeconds(2))) {
      for (String format : new String[] {"json", "xml", "csv", "tsv", "html"}) {
        assertThatThrownBy(() ->
                hasty.get(
                    sparql("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }") + "&format=" + format))
            .as(format)
            .isInstanceOf(IOException.class);
      }
      assertThat(hasty.get(sparql("ASK {}")).statusCode()).isEqualTo(200);
    }
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ":s" + i + " :p " + i + " .")
        .collect(Collectors.joining("\n", "GRAPH :g {", "}"));
  }

  private static void assertProblem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/problem+json;charset=utf-8");
    assertThat(response.body())
        .contains("\"status\" : " + status, "\"title\"", "\"detail\"")
        .doesNotContain("Exception");
  }
}
