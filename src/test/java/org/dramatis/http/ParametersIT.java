package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.sparql;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No parameter is passed over in silence, and each means the same at every address. */
class ParametersIT extends WithServer {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CLAIMS = "CONSTRUCT WHERE { ?c rdf:reifies ?t }";
  private static final String TRIPLE_TERM = "SELECT * { BIND(<<( <x:s> <x:p> 1 )>> AS ?term) }";

  private static Optional<String> warning(HttpResponse<String> response) {
    return response.headers().firstValue("Dramatis-Warning");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          tiemout=5,              ; did you mean 'timeout'?
          Timeout=5,              ; did you mean 'timeout'?
          vesion=1,               ; did you mean 'version'?
          default-graph-url=x:g,  ; did you mean 'default-graph-uri'?
          graph=x:g,              ''
          """)
  void anUnknownParameterIsWarnedOfAndTheAnswerIsTheSame(String parameter, String hint)
      throws Exception {
    HttpResponse<String> plain = server.get(sparql("ASK {}"));

    HttpResponse<String> answer = server.get(sparql("ASK {}") + "&" + parameter);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(plain.body());
    assertThat(answer.headers().firstValue("ETag")).isEqualTo(plain.headers().firstValue("ETag"));
    assertThat(warning(plain)).isEmpty();
    assertThat(warning(answer))
        .hasValue(
            "unknown-parameter; \"there is no parameter '%s' here, so it has no effect%s\""
                .formatted(parameter.replaceFirst("=.*", ""), hint));
  }

  @Test
  void thatAFieldOfAFormIsUnknownIsToldToo() throws Exception {
    HttpResponse<String> answer = server.post("/sparql", FORM, "query=ASK%7B%7D&max-row=5");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(warning(answer).orElse("")).contains("'max-row'", "did you mean 'max-rows'?");
  }

  @Test
  void whatIsWrongWithTheRequestIsToldBeforeWhatIsWrongWithTheQuery() throws Exception {
    HttpResponse<String> answer = server.get(sparql("SELECT ?x {}") + "&tiemout=5");

    assertThat(answer.headers().allValues("Dramatis-Warning")).hasSize(1);
    assertThat(warning(answer).orElse(""))
        .matches("unknown-parameter; \"[^\"]*\", never-bound; \".*");
  }

  @Test
  void aPageShowsItAndOnlyThatOne() throws Exception {
    String path = sparql("SELECT * { VALUES ?page { 1 } }");

    String warned = server.get(path + "&tiemout=5", "Accept", "text/html").body();
    String plain = server.get(path, "Accept", "text/html").body();

    assertThat(warned).contains("<ul class=\"warnings\"", "there is no parameter 'tiemout' here");
    assertThat(plain).doesNotContain("warnings", "tiemout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sparql",
        "/health",
        "/ready",
        "/metrics",
        "/problems/",
        "/assets/present/style.css"
      })
  void soItIsAtEveryAddress(String path) throws Exception {
    assertThat(warning(server.get(path))).isEmpty();
    assertThat(warning(server.get(path + "?frobnicate=1")).orElse("")).contains("'frobnicate'");
  }

  @Test
  void aMisspeltQueryIsNotMissedInSilence() throws Exception {
    HttpResponse<String> page = server.get("/sparql?qeury=ASK%7B%7D", "Accept", "text/html");
    HttpResponse<String> form = server.post("/sparql", FORM, "qeury=ASK%7B%7D");

    assertThat(page.body()).contains("did you mean 'query'?");
    assertThat(form.statusCode()).isEqualTo(400);
    assertThat(form.body())
        .contains("the parameter 'query' is missing", "'qeury' was sent instead");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version=1.2                   | text/turtle                        | text/turtle;version=1.2;charset=utf-8
          version=1.2                   | ''                                 | text/turtle;version=1.2;charset=utf-8
          version=1.2                   | application/n-triples              | application/n-triples;version=1.2
          version=1.2                   | application/n-quads                | application/n-quads;version=1.2
          version=1.2                   | text/turtle;version=1.1            | text/turtle;version=1.2;charset=utf-8
          version=1.2                   | application/ld+json, */*;q=0.1     | text/turtle;version=1.2;charset=utf-8
          version=1.2&version=1         | text/turtle                        | text/turtle;version=1.2;charset=utf-8
          version=1&version=1.2         | text/turtle                        | text/turtle;version=1.2;charset=utf-8
          version=1.2&format=nt         | text/turtle                        | application/n-triples;version=1.2
          version=1.1                   | text/turtle;version=1.2            | text/turtle;charset=utf-8
          version=1.1&format=ttl        | ''                                 | text/turtle;charset=utf-8
          version=1                     | text/turtle                        | text/turtle;charset=utf-8
          """)
  void aVersionOfRdfMeansTheSameAsInAccept(String parameters, String accept, String contentType)
      throws Exception {
    String path = sparql(CLAIMS) + "&" + parameters;

    HttpResponse<String> response =
        accept.isEmpty() ? server.get(path) : server.get(path, "Accept", accept);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(contentType);
    assertThat(response.body().contains("<<(")).isEqualTo(contentType.contains("1.2"));
    assertThat(response.headers().firstValue("Dramatis-Version")).hasValue("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version=1.2&format=jsonld", "version=1.2&format=csv"})
  void aFormatThatTheVersionDoesNotHaveIs406(String parameters) throws Exception {
    HttpResponse<String> response = server.get(sparql(CLAIMS) + "&" + parameters);

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body()).contains("in RDF 1.2", "ttl;version=1.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version=",
        "version=-1",
        "version=two+words",
        "version=sha256:12",
        "version=1.2&version=1.1",
        "version=1&version=1",
        "format=ttl;version=1.1&version=1.2"
      })
  void anythingElseIs400AndSaysWhatThereIs(String parameters) throws Exception {
    HttpResponse<String> response = server.get(sparql(CLAIMS) + "&" + parameters);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"hint\"");
  }

  @Test
  void aVersionWhoseIdentityIsNotKnownIs404() throws Exception {
    HttpResponse<String> response =
        server.get(sparql("ASK {}") + "&version=sha256:" + "0".repeat(64));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("no version sha256:0000", "the newest version is 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026.1", "seven", "1.3", "1.10"})
  void aReleaseThatWasNeverMadeIs404(String release) throws Exception {
    HttpResponse<String> response = server.get(sparql("ASK {}") + "&version=" + release);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("no release " + release);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "xml", "table"})
  void rowsInRdf11HaveNoTermsThatItDoesNotHave(String format) throws Exception {
    String path = sparql(TRIPLE_TERM) + "&format=" + format;

    HttpResponse<String> usual = server.get(path);
    HttpResponse<String> strict = server.get(path + "&version=1.1");

    assertThat(usual.statusCode()).isEqualTo(200);
    assertThat(strict.statusCode()).isEqualTo(406);
    assertThat(strict.body()).contains("RDF 1.1 has no triple terms, and ?term is one");
    assertThat(server.get(sparql("SELECT (1 AS ?x) {}") + "&version=1.1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void soItIsWhenAcceptAsksForRdf11() throws Exception {
    String path = sparql("SELECT (STRLANGDIR('a', 'en', 'ltr') AS ?text) {}");
    String json = "application/sparql-results+json";

    assertThat(server.get(path, "Accept", json).statusCode()).isEqualTo(200);
    assertThat(server.get(path, "Accept", json + ";version=1.2").statusCode()).isEqualTo(200);
    assertThat(server.get(path, "Accept", json + ";version=1.1").statusCode()).isEqualTo(406);
  }

  @Test
  void theDataOfAPageAreOfItsVersion() throws Exception {
    String page =
        server.get(sparql("ASK {}") + "&version=1&max-rows=5", "Accept", "text/html").body();

    assertThat(page).contains("&amp;version=1&amp;max-rows=5&amp;format=csv");
  }

  @ParameterizedTest
  @CsvSource({
    "trig, application/trig",
    "nq, application/n-quads",
    "trig;version=1.2, application/trig;version=1.2",
    "nq;version=1.2, application/n-quads;version=1.2"
  })
  void aGraphComesAsTheDefaultGraphOfADataset(String format, String contentType) throws Exception {
    String path = sparql("CONSTRUCT { <x:s> <x:p> 'o' } {}");

    HttpResponse<String> named = server.get(path + "&format=" + encode(format));
    HttpResponse<String> accepted = server.get(path, "Accept", contentType);

    assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
    assertThat(named.headers().firstValue("Content-Type")).hasValue(contentType);
    assertThat(named.body()).contains("<x:s>").doesNotContain("{");
    assertThat(accepted.body()).isEqualTo(named.body());
  }

  @Test
  void whatGraphsComeAsIsListed() throws Exception {
    HttpResponse<String> response = server.get(sparql(CLAIMS) + "&format=trix");

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body())
        .contains("ttl, nt, jsonld, rdf, trig, nq, ttl;version=1.2, nt;version=1.2");
  }
}
