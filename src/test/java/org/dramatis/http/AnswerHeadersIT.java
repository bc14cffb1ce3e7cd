package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;
import static org.dramatis.http.TestServer.sparql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an answer says about itself: how large, how new, how long it may be kept, how it is coded.
 */
class AnswerHeadersIT {

  private static final String ALL = "SELECT * { ?s ?p ?o } ORDER BY ?s";

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = TestServer.start(folder, ServerProcess.data(), TestServer.settings());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyAnswerIsAskedForAgainAsAVersionIsOfOneRunOnly() throws Exception {
    HttpResponse<String> newest = server.get(sparql("ASK {}"));
    HttpResponse<String> pinned = server.get(sparql("ASK {}") + "&version=1");

    assertThat(header(newest, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(pinned, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(pinned, "Dramatis-Version")).isEqualTo("1");
    assertThat(header(pinned, "ETag")).isEqualTo(header(newest, "ETag"));
  }

  @Test
  void aVersionThatIsNotThereIs404AndSaysWhichIsTheNewest() throws Exception {
    HttpResponse<String> response = server.get(sparql("ASK {}") + "&version=2");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("no version 2", "the newest version is 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "ü", "a/b", "1&version=1", "99999999999999999999"})
  void aBadVersionIs400(String version) throws Exception {
    assertThat(server.get(sparql("ASK {}") + "&version=" + version).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"a,b\",W/\"c\" , %s,\"d\""})
  void whoHasTheAnswerIsToldSo(String wanted) throws Exception {
    HttpResponse<String> first = server.get(sparql(ALL));
    String tag = header(first, "ETag");

    HttpResponse<String> again = server.get(sparql(ALL), "If-None-Match", wanted.formatted(tag));

    assertThat(tag).matches("\"\\d+\\.\\w+\\.[\\w-]{20}\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(header(again, "Dramatis-Version")).isEqualTo("1");
    assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(again, "Vary")).isEqualTo("Accept, Accept-Encoding, Accept-Datetime");
  }

  @Test
  void whoHasAnythingIsAnsweredWhatWasNeverComputed() throws Exception {
    HttpResponse<String> failing = server.get("/sparql?query=SELEKT", "If-None-Match", "*");
    HttpResponse<String> answered = server.get(sparql(ALL + " OFFSET 3"), "If-None-Match", "*");

    assertThat(failing.statusCode()).isEqualTo(400);
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(server.get("/", "If-None-Match", "*").statusCode()).isEqualTo(304);
  }

  @Test
  void aTagIsOfOneQueryInOneFormOnly() throws Exception {
    String tag = header(server.get(sparql(ALL)), "ETag");

    assertThat(server.get(sparql(ALL) + "&format=csv", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
    assertThat(server.get(sparql(ALL + " "), "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(server.get(sparql(ALL) + "&max-rows=5", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
    assertThat(
            server.get(sparql(ALL) + "&default-graph-uri=urn:x", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (NOW() AS ?n) {}",
        "SELECT (RAND() AS ?n) {}",
        "SELECT (UUID() AS ?n) {}",
        "SELECT (STRUUID() AS ?n) {}",
        "SELECT (BNODE() AS ?n) {}",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?o FILTER (RAND() > 2) } }",
        "SELECT * { { SELECT (MAX(RAND()) AS ?m) { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o } ORDER BY RAND() LIMIT 1",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (RAND() > 0.5)",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING (RAND() > 2)",
        "ASK { BIND (CONCAT(STR(NOW()), \"x\") AS ?n) }",
      })
  void whatDiffersEachTimeIsNeverKept(String query) throws Exception {
    HttpResponse<String> response = server.get(sparql(query), "If-None-Match", "*");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "ETag")).isEmpty();
  }

  @Test
  void rowsAndStatementsAreCounted() throws Exception {
    assertThat(header(server.get(sparql(ALL)), "Dramatis-Rows")).isEqualTo("2000");
    assertThat(header(server.get(sparql("DESCRIBE :subject1")), "Dramatis-Rows")).isEqualTo("1");
    assertThat(header(server.get(sparql("ASK {}")), "Dramatis-Rows")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                      | gzip
          x-gzip, deflate           | gzip
          br;q=1, *;q=0.1           | gzip
          gzip;q=0.5, identity;q=0.4| gzip
          gzip;q=0                  |
          gzip;q=0, *               |
          gzip;q=0.3, identity      |
          br                        |
          gzip;q=x                  |
          identity                  |
          """)
  void answersAreCompressedForWhoWantsThat(String wanted, String coding) throws Exception {
    HttpResponse<byte[]> response = getBytes(sparql(ALL), wanted);
    HttpResponse<String> plain = server.get(sparql(ALL));

    assertThat(header(response, "Content-Encoding")).isEqualTo(coding == null ? "" : coding);
    byte[] body =
        coding == null
            ? response.body()
            : new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(plain.body());
    assertThat(header(response, "ETag"))
        .isEqualTo(
            coding == null
                ? header(plain, "ETag")
                : header(plain, "ETag").replaceFirst("\"$", "-gzip\""));
  }

  @Test
  void whatIsTinyIsNotCompressed() throws Exception {
    assertThat(header(getBytes(sparql("ASK {}"), "gzip"), "Content-Encoding")).isEmpty();
    assertThat(header(getBytes("/", "gzip"), "Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void aLargeAnswerIsCompressedWhileItFlows() throws Exception {
    String large = sparql("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 40000") + "&format=csv";

    HttpResponse<byte[]> response = getBytes(large, "gzip");

    byte[] body = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(response, "Content-Length")).isEmpty();
    assertThat(header(response, "Dramatis-Rows")).isEmpty();
    assertThat(new String(body, StandardCharsets.UTF_8).lines()).hasSize(40_001);
    assertThat(server.get(large).body()).isEqualTo(new String(body, StandardCharsets.UTF_8));
  }

  private static HttpResponse<byte[]> getBytes(String path, String acceptEncoding)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(server.uri(path))
              .header("Accept-Encoding", acceptEncoding)
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/assets/present/style.css",
        "/queries/music/songs",
        "/sparql?query=ASK%7B%7D"
      })
  void headSaysWhatGetSays(String path) throws Exception {
    HttpResponse<String> get = server.get(path);
    HttpResponse<String> head = server.method("HEAD", path);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name :
        new String[] {
          "Content-Length", "Content-Type", "ETag", "Cache-Control", "Dramatis-Version", "Vary"
        }) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
    }
  }

  @Test
  void headOfALargeAnswerDoesNotWaitForItsEnd() throws Exception {
    HttpResponse<String> head =
        server.method("HEAD", sparql("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Length")).isEmpty();
    assertThat(header(head, "Content-Type")).isEqualTo("application/sparql-results+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/health", "/assets/present/style.css", "/queries/music/songs", "/sparql"})
  void anyPageMayReadWithoutCredentials(String path) throws Exception {
    HttpResponse<String> preflight = server.method("OPTIONS", path);
    HttpResponse<String> response = server.get(path);

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(header(preflight, "Allow")).contains("GET", "HEAD", "OPTIONS");
    assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("GET");
    assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("If-None-Match");
    assertThat(header(preflight, "Access-Control-Max-Age")).isNotEmpty();
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "Access-Control-Allow-Credentials")).isEmpty();
    assertThat(header(response, "Access-Control-Expose-Headers"))
        .contains("Dramatis-Version", "Dramatis-Rows", "Dramatis-Truncated", "ETag", "Retry-After");
  }

  @Test
  void whatCanBePostedIsSaid() throws Exception {
    assertThat(header(server.method("OPTIONS", "/sparql"), "Accept-Post"))
        .contains("application/sparql-query");
  }

  @ParameterizedTest
  @CsvSource({"TRACE, 405", "PUT, 405", "PROPFIND, 501", "get, 501"})
  void aMethodThatIsNotTakenIs405AndOneThatIsNoneIs501(String method, int status) throws Exception {
    HttpResponse<String> response = server.method(method, "/sparql?query=ASK%7B%7D");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(header(response, "Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
    assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "POST", "DELETE"})
  void whereNothingIsEveryMethodFindsNothing(String method) throws Exception {
    assertThat(server.method(method, "/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressOf64KilobytesIsReadAndALongerOneIs414() throws Exception {
    String query = "/sparql?query=" + encode("ASK {} #");
    int room = 64 * 1024 - query.length();

    assertThat(server.get(query + "x".repeat(room)).statusCode()).isEqualTo(200);
    for (int more : new int[] {2, 1_000, 20_000, 200_000}) {
      HttpResponse<String> response = server.get(query + "x".repeat(room + more));
      assertThat(response.statusCode()).as("%d more", more).isEqualTo(414);
      assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
      assertThat(response.body()).contains("POST");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "", "1e3", "NaN", "0.0", "1s", "%2B1", "1&timeout=2"})
  void aBadTimeoutIs400(String timeout) throws Exception {
    assertThat(server.get(sparql("ASK {}") + "&timeout=" + timeout).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", ".5", "30", "1000000", "0.250"})
  void aTimeoutIsANumberOfSeconds(String timeout) throws Exception {
    assertThat(server.get(sparql("ASK {}") + "&timeout=" + timeout).statusCode()).isEqualTo(200);
  }

  @Test
  void aTimeoutLowersTheLimit() throws Exception {
    HttpResponse<String> response =
        server.get(
            sparql("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }") + "&timeout=0.2");

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.body()).contains("0.2 seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml", "csv", "tsv", "html"})
  void rowsAreCutOnlyWhenThatIsAskedAndThenItIsSaid(String format) throws Exception {
    HttpResponse<String> cut = server.get(sparql(ALL) + "&max-rows=3&format=" + format);
    HttpResponse<String> whole = server.get(sparql(ALL) + "&max-rows=2000&format=" + format);

    assertThat(header(cut, "Dramatis-Truncated")).isEqualTo("rows=3");
    assertThat(header(cut, "Dramatis-Rows")).isEqualTo("3");
    assertThat(cut.body()).contains("statement 10").doesNotContain("statement 100");
    assertThat(header(whole, "Dramatis-Truncated")).isEmpty();
    assertThat(header(whole, "Dramatis-Rows")).isEqualTo("2000");
    switch (format) {
      case "json" ->
          assertThat(cut.body())
              .startsWith("{\"head\":{\"vars\":[\"s\",\"p\",\"o\"],\"truncated\":{\"rows\":3}},");
      case "html" -> assertThat(cut.body()).contains("This is not all");
      default -> assertThat(cut.body()).doesNotContain("truncated");
    }
    assertThat(whole.body()).doesNotContain("truncated", "This is not all");
  }

  @Test
  void noRowsAtMostMeansNoLimitAsInTheSettings() throws Exception {
    HttpResponse<String> answer = server.get(sparql(ALL) + "&max-rows=0");

    assertThat(header(answer, "Dramatis-Truncated")).isEmpty();
    assertThat(header(answer, "Dramatis-Rows")).isEqualTo("2000");
  }

  @Test
  void aGraphIsCutByStatements() throws Exception {
    HttpResponse<String> cut =
        server.get(sparql("CONSTRUCT WHERE { ?s ?p ?o }") + "&max-rows=3&format=nt");

    assertThat(header(cut, "Dramatis-Truncated")).isEqualTo("rows=3");
    assertThat(cut.body().lines()).hasSize(3);
  }

  @Test
  void anAnswerWithMoreRowsThanTheServerSendsIsAnErrorUnlessItIsToBeCut(@TempDir Path folder)
      throws Exception {
    try (TestServer strict =
        TestServer.start(folder, ServerProcess.data(), TestServer.settings("max-rows", "10"))) {
      for (String query : new String[] {ALL, "CONSTRUCT WHERE { ?s ?p ?o }"}) {
        HttpResponse<String> refused = strict.get(sparql(query));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("more than 10 ");
        assertThat(strict.get(sparql(query) + "&max-rows=11").statusCode()).isEqualTo(413);
        HttpResponse<String> cut = strict.get(sparql(query) + "&max-rows=10");
        assertThat(cut.statusCode()).isEqualTo(200);
        assertThat(header(cut, "Dramatis-Truncated")).isEqualTo("rows=10");
      }
      assertThat(strict.get(sparql(ALL + " LIMIT 10")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anAnswerWithMoreBytesThanTheServerSendsIsAnError(@TempDir Path folder) throws Exception {
    try (TestServer strict =
        TestServer.start(folder, ServerProcess.data(), TestServer.settings("max-bytes", "10K"))) {
      for (String format : new String[] {"json", "xml", "csv", "tsv", "html"}) {
        HttpResponse<String> refused = strict.get(sparql(ALL) + "&format=" + format);
        assertThat(refused.statusCode()).as(format).isEqualTo(413);
        assertThat(refused.body()).contains("more than 10,240 bytes");
      }
      assertThat(strict.get(sparql("CONSTRUCT WHERE { ?s ?p ?o }")).statusCode()).isEqualTo(413);
      assertThat(strict.get(sparql(ALL + " LIMIT 10")).statusCode()).isEqualTo(200);
    }
  }
}
