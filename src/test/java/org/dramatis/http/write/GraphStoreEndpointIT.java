package org.dramatis.http.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.dramatis.http.TestServer;
import org.dramatis.http.WritableServer;
import org.dramatis.ingest.Rules;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphStoreEndpointIT {

  private static final String G = WritableServer.GRAPH;
  private static final String ONE = "<x:s> <x:p> 1 .";
  private static final String TWO = "<x:s> <x:p> 2 .";

  @TempDir private Path folder;
  private WritableServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        WritableServer.start(
            folder, DefaultGraph.UNION, Rules.NONE, TestServer.settings("max-upload", "100000"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<byte[]> put(byte[] body, String... headers)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder builder = HttpRequest.newBuilder(server.uri(G));
      if (headers.length > 0) {
        builder.headers(headers);
      }
      HttpRequest request =
          builder
              .header("Authorization", "Bearer " + WritableServer.WRITER)
              .header("Content-Type", "text/turtle")
              .PUT(BodyPublishers.ofByteArray(body))
              .build();
      return client.send(request, BodyHandlers.ofByteArray());
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static byte[] turtle(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Nested
  class Refusing {

    @Test
    void aBadDocumentIsRefusedWithEveryProblemInIt() throws Exception {
      server.put(G, ONE);
      HttpResponse<String> response =
          server.put(
              G,
              "<x:s> <x:p> <a b> .\n<x:s> <x:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#date> .");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body())
          .contains("problems/not-rdf")
          .containsPattern("\"line\" ?: ?1")
          .contains("/data:2:");
      assertThat(server.version()).isEqualTo(new Version(1));
      assertThat(server.get(G).body()).contains("1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/data?graph=relative",
          "/data?graph=",
          "/data?graph=http://a%20b/",
          "/data?graph=%C3%28",
          "/data?graph=urn:x-arq:UnionGraph",
          "/data?graph=x:a&graph=x:b",
          "/data?graph=x:a&default",
          "/data/x?graph=x:a",
          "/data"
        })
    void aRequestNamesOneGraph(String path) throws Exception {
      assertThat(server.put(path, ONE).statusCode()).isEqualTo(400);
      assertThat(server.version()).isEqualTo(Version.NONE);
    }

    @Test
    void theUnionIsReadAndNotWritten() throws Exception {
      server.put(G, ONE);
      assertThat(server.get("/data?default").body()).contains("1");
      for (HttpResponse<String> response :
          List.of(
              server.put("/data?default", TWO),
              server.post("/data?default", TWO),
              server.delete("/data?default"))) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("name the graph");
      }
    }

    @ParameterizedTest
    @CsvSource({
      "text/plain",
      "text/html",
      "application/octet-stream",
      "text/turtle;charset=latin1"
    })
    void anotherMediaTypeIsRefusedWithAListOfThoseThatAreRead(String type) throws Exception {
      HttpResponse<String> response =
          server.with(WritableServer.WRITER, "PUT", G, ONE, "Content-Type", type);
      assertThat(response.statusCode()).isEqualTo(415);
      assertThat(server.with(WritableServer.WRITER, "PUT", G, ONE).body()).contains("text/turtle");
    }

    @Test
    void anotherFormOfTheAnswerIsRefusedWithAListOfThoseThereAre() throws Exception {
      server.put(G, ONE);
      HttpResponse<String> response = server.get(G, "Accept", "image/png");
      assertThat(response.statusCode()).isEqualTo(406);
      assertThat(response.body()).contains("text/turtle");
    }

    @Test
    void aGraphOfAnotherNameInTheDocumentIsRefused() throws Exception {
      HttpResponse<String> response =
          server.with(
              WritableServer.WRITER,
              "PUT",
              G,
              "<x:g> { <x:s> <x:p> <x:o> }",
              "Content-Type",
              "application/trig");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("x:g");
    }

    @Test
    void aBodyIsNotReadBeyondTheLimitZippedOrNot() throws Exception {
      byte[] large = turtle(("# " + "x".repeat(97) + "\n").repeat(1_100) + ONE);
      assertThat(put(large).statusCode()).isEqualTo(413);
      byte[] bomb = gzip(new byte[50_000_000]);
      assertThat(bomb.length).isLessThan(100_000);
      assertThat(put(bomb, "Content-Encoding", "gzip").statusCode()).isEqualTo(413);
      assertThat(server.version()).isEqualTo(Version.NONE);
    }

    @Test
    void aBrokenEncodingIsRefused() throws Exception {
      byte[] zipped = gzip(turtle(ONE));
      byte[] cut = Arrays.copyOf(zipped, zipped.length - 5);
      HttpResponse<byte[]> refused = put(cut, "Content-Encoding", "gzip");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(new String(refused.body(), StandardCharsets.UTF_8))
          .contains("the body is not whole gzip: it ends too early");
      assertThat(put(turtle(ONE), "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
      assertThat(put(turtle(ONE), "Content-Encoding", "br").statusCode()).isEqualTo(415);
      assertThat(put(new byte[] {'<', (byte) 0xC3, '>'}).statusCode()).isEqualTo(400);
      assertThat(server.version()).isEqualTo(Version.NONE);
    }

    @Test
    void anUnknownMethodIsRefusedWithAListOfThoseThereAre() throws Exception {
      HttpResponse<String> response = server.with(WritableServer.WRITER, "PATCH", G, "");
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow"))
          .hasValue("DELETE, GET, HEAD, POST, PUT, OPTIONS");
      assertThat(server.anonymous("OPTIONS", G, "").statusCode()).isEqualTo(204);
    }
  }

  @Nested
  class Keeping {

    @Test
    void aGraphIsCreatedReplacedReadAndDeleted() throws Exception {
      assertThat(server.get(G).statusCode()).isEqualTo(404);
      assertThat(server.delete(G).statusCode()).isEqualTo(404);
      HttpResponse<String> created = server.put(G, ONE);
      assertThat(created.statusCode()).isEqualTo(201);
      assertThat(created.headers().firstValue("Location")).isPresent();
      assertThat(created.headers().firstValue("Dramatis-Version")).hasValue("1");
      assertThat(server.put(G, TWO).statusCode()).isEqualTo(204);
      HttpResponse<String> got = server.get(G, "Accept", "text/turtle");
      assertThat(got.statusCode()).isEqualTo(200);
      assertThat(got.headers().firstValue("Content-Type")).hasValue("text/turtle;charset=utf-8");
      assertThat(got.body()).contains("2").doesNotContain("1");
      HttpResponse<String> head = server.with(WritableServer.READER, "HEAD", G, "");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(server.delete(G).statusCode()).isEqualTo(204);
      assertThat(server.get(G).statusCode()).isEqualTo(404);
      assertThat(server.with(WritableServer.READER, "HEAD", G, "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsPostedComesOnTop() throws Exception {
      assertThat(server.post(G, ONE).statusCode()).isEqualTo(201);
      assertThat(server.post(G, TWO).statusCode()).isEqualTo(204);
      assertThat(server.ask("{ GRAPH <http://example.org/g> { ?s ?p 1, 2 } }")).isTrue();
      assertThat(server.lastChange().message()).isEqualTo("Graph store: POST");
    }

    @Test
    void aBlankNodeThatIsPostedIsNoneThatIsThere() throws Exception {
      server.post(G, "_:b <x:p> 1 .");
      server.post(G, "_:b <x:q> 2 .");
      assertThat(server.ask("{ ?b <x:p> 1 ; <x:q> 2 }")).isFalse();
    }

    @Test
    void anEmptyGraphIsThereToo() throws Exception {
      assertThat(server.put(G, "").statusCode()).isEqualTo(201);
      assertThat(server.get(G).statusCode()).isEqualTo(200);
      assertThat(server.put(G, ONE).statusCode()).isEqualTo(204);
      assertThat(server.put(G, "").statusCode()).isEqualTo(204);
      assertThat(server.get(G).statusCode()).isEqualTo(200);
      assertThat(server.delete(G).statusCode()).isEqualTo(204);
      assertThat(server.get(G).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressNamesAGraphUnderTheBaseThatNeverChanges() throws Exception {
      HttpResponse<String> created =
          server.put("/data/person/1.ttl", "<> <x:p> <#part>, <other> .");
      assertThat(created.statusCode()).isEqualTo(201);
      String location = created.headers().firstValue("Location").orElseThrow();
      assertThat(URI.create(location)).isEqualTo(server.uri("/data/person/1.ttl"));
      String graph = "https://w3id.org/dramatis/data/person/1.ttl";
      assertThat(
              server.ask(
                  "{ GRAPH <%s> { <%s> <x:p> <%s#part>, <https://w3id.org/dramatis/data/person/other> } }"
                      .formatted(graph, graph, graph)))
          .isTrue();
      assertThat(server.get("/data/person/1.ttl").statusCode()).isEqualTo(200);
      assertThat(server.get("/data?graph=" + graph).statusCode()).isEqualTo(200);
      assertThat(server.get("/data?graph=" + location).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xé", "日本", "a?b"})
    void aLocationIsAnAddressAndLeadsToTheGraph(String name) throws Exception {
      String graph = TestServer.encode("https://w3id.org/dramatis/data/" + name);
      HttpResponse<String> created = server.put("/data?graph=" + graph, ONE);
      assertThat(created.statusCode()).isEqualTo(201);
      String location = created.headers().firstValue("Location").orElseThrow();
      assertThat(location).isEqualTo(server.uri("/data?graph=" + graph).toString());
      assertThat(server.get(location).body()).contains("1");
    }

    @Test
    void whatIsPostedToNoGraphIsANewOne() throws Exception {
      HttpResponse<String> created = server.post("/data", ONE);
      assertThat(created.statusCode()).isEqualTo(201);
      String location = created.headers().firstValue("Location").orElseThrow();
      assertThat(server.get(URI.create(location).getPath()).body()).contains("1");
      assertThat(server.get("/data?graph=" + location).statusCode()).isEqualTo(200);
      assertThat(server.post("/data", ONE).headers().firstValue("Location"))
          .isNotEqualTo(created.headers().firstValue("Location"));
    }

    @Test
    void aPercentSignInANameIsPartOfTheName() throws Exception {
      assertThat(server.put("/data?graph=http://example.org/%31", ONE).statusCode()).isEqualTo(201);
      assertThat(server.put("/data?graph=http://example.org/%2531", TWO).statusCode())
          .isEqualTo(201);
      assertThat(server.get("/data?graph=http://example.org/1").body()).contains("1");
      assertThat(server.get("/data?graph=http://example.org/%2531").body()).contains("2");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "application/n-triples | <x:s> <x:p> <x:o> .",
          "application/trig | <x:s> <x:p> <x:o> .",
          "application/n-quads | <x:s> <x:p> <x:o> <http://example.org/g> .",
          "application/ld+json | [{\"@id\":\"x:s\",\"x:p\":[{\"@id\":\"x:o\"}]}]",
          "text/turtle; charset=UTF-8 | <x:s> <x:p> <x:o> ."
        })
    void everySyntaxIsRead(String type, String body) throws Exception {
      HttpResponse<String> response =
          server.with(WritableServer.WRITER, "PUT", G, body, "Content-Type", type);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
      assertThat(server.ask("{ GRAPH <http://example.org/g> { <x:s> <x:p> <x:o> } }")).isTrue();
    }

    @Test
    void aZippedBodyIsRead() throws Exception {
      assertThat(put(gzip(turtle(ONE)), "Content-Encoding", "gzip").statusCode()).isEqualTo(201);
      assertThat(server.get(G).body()).contains("1");
    }

    @Test
    void aFormOfSeveralFilesIsOneChange() throws Exception {
      String form =
          """
          --frontier
          Content-Disposition: form-data; name="a"; filename="a.ttl"
          Content-Type: text/turtle; charset=utf-8

          <x:s> <x:p> 1 .

          --frontier
          Content-Disposition: form-data; name="b"; filename="b.nt"
          Content-Type: application/n-triples

          <x:s> <x:p> "2" .
          --frontier--
          """
              .replace("\n", "\r\n");
      String type = "multipart/form-data; boundary=frontier";
      HttpResponse<String> response =
          server.with(WritableServer.WRITER, "POST", G, form, "Content-Type", type);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
      assertThat(server.ask("{ ?s ?p 1, \"2\" }")).isTrue();
      assertThat(server.version()).isEqualTo(new Version(1));
      HttpResponse<String> cut =
          server.with(
              WritableServer.WRITER,
              "PUT",
              G,
              form.replace("--frontier--\r\n", ""),
              "Content-Type",
              type);
      assertThat(cut.statusCode()).isEqualTo(400);
      assertThat(cut.body()).contains("cut off");
    }

    @Test
    void aGraphThatIsFetchedAndPutBackIsTheSameGraph() throws Exception {
      server.put(
          G,
          """
          <x:s> <x:p> <x:o> ~ <https://w3id.org/dramatis/claim/x/1> .
          <x:t> <x:list> (1 [ <x:in> (2) ] 3) .
          """);
      for (String type :
          new String[] {
            "text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"
          }) {
        HttpResponse<String> got = server.get(G, "Accept", type);
        assertThat(got.statusCode()).isEqualTo(200);
        HttpResponse<String> back =
            server.with(WritableServer.WRITER, "PUT", G, got.body(), "Content-Type", type);
        assertThat(back.statusCode()).as(type + " " + back.body()).isEqualTo(204);
        assertThat(server.version()).as(type + " brought nothing new").isEqualTo(new Version(1));
      }
      assertThat(Graphs.read(server.get(G).body(), Lang.TURTLE).size()).isEqualTo(14);
    }
  }

  @Test
  void aDefaultGraphOfItsOwnIsReadAndWritten() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (WritableServer separate = WritableServer.start(other, DefaultGraph.SEPARATE)) {
      assertThat(separate.get("/data?default").statusCode())
          .as("it is always there")
          .isEqualTo(200);
      assertThat(separate.put("/data?default", ONE).statusCode()).isEqualTo(204);
      assertThat(separate.put(G, TWO).statusCode()).isEqualTo(201);
      assertThat(separate.get("/data?default").body()).contains("1").doesNotContain("2");
      assertThat(separate.ask("{ ?s ?p 2 }")).isFalse();
      assertThat(separate.ask("{ GRAPH ?g { ?s ?p 2 } }")).isTrue();
      assertThat(separate.update("MOVE DEFAULT TO <x:g>").statusCode()).isEqualTo(204);
      assertThat(separate.ask("{ ?s ?p 1 }")).isFalse();
      assertThat(separate.ask("{ GRAPH <x:g> { ?s ?p 1 } }")).isTrue();
      assertThat(separate.post("/data?default", ONE).statusCode()).isEqualTo(204);
      assertThat(separate.delete("/data?default").statusCode()).isEqualTo(204);
      assertThat(separate.ask("{ ?s ?p ?o }")).isFalse();
    }
  }

  @Test
  void whatBreaksAShapeIsRefusedWithEveryBreachAndItsLine() throws Exception {
    try (WritableServer strict = WritableServer.startWithSongRule(folder)) {
      HttpResponse<String> response =
          strict.put(
              G, "<x:a> a <x:Song> .\n<x:b> a <x:Song> ; <x:title> \"B\" .\n<x:c> a <x:Song> .");
      assertThat(response.statusCode()).isEqualTo(422);
      assertThat(response.body())
          .contains("problems/breaks-rules")
          .contains("/data:1: ")
          .contains("/data:3: ")
          .contains("a song has a title");
      assertThat(strict.update("INSERT DATA { GRAPH <x:g> { <x:a> a <x:Song> } }").statusCode())
          .isEqualTo(422);
      assertReportsInRdf(strict, "text/turtle", Lang.TURTLE);
      assertReportsInRdf(strict, "application/ld+json", Lang.JSONLD);
      HttpResponse<String> page =
          strict.put(G, "<x:a> a <x:Song> .", "Accept", "text/html,application/xhtml+xml");
      assertThat(page.statusCode()).isEqualTo(422);
      assertThat(page.body())
          .startsWithIgnoringCase("<!doctype html>")
          .contains("a song has a title");
      assertThat(strict.version()).isEqualTo(Version.NONE);
      assertThat(strict.put(G, "<x:a> a <x:Song> ; <x:title> \"A\" .").statusCode()).isEqualTo(201);
      assertThat(strict.update("DELETE WHERE { GRAPH ?g { ?s <x:title> ?o } }").statusCode())
          .as("what is taken away can break a rule, too")
          .isEqualTo(422);
    }
  }

  private static void assertReportsInRdf(WritableServer strict, String type, Lang lang)
      throws Exception {
    HttpResponse<String> response = strict.put(G, "<x:a> a <x:Song> .", "Accept", type);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(TestServer.header(response, "Content-Type")).startsWith(type);
    ValidationReport report =
        ValidationReport.fromGraph(RDFParser.fromString(response.body(), lang).toGraph());
    assertThat(report.conforms()).isFalse();
    ReportEntry entry = report.getEntries().iterator().next();
    assertThat(entry.focusNode().getURI()).isEqualTo("x:a");
    assertThat(entry.resultPath()).hasToString("<x:title>");
    assertThat(entry.sourceConstraintComponent()).isEqualTo(SHACL.MinCountConstraintComponent);
    assertThat(entry.source().getURI()).isEqualTo("x:SongShape");
    assertThat(entry.severity()).isEqualTo(Severity.Violation);
    assertThat(entry.message()).isEqualTo("a song has a title");
  }

  @Nested
  class Parameters {

    @Test
    void anEarlierVersionIsReadByItsNumberAndWrittenInTheVersionOfRdfThatIsAskedFor()
        throws Exception {
      String reified =
          "<x:c> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <x:s> <x:p> 1 )>> .";
      assertThat(server.put(G, reified).statusCode()).isEqualTo(201);
      assertThat(server.put(G, TWO).statusCode()).isEqualTo(204);

      HttpResponse<String> earlier = server.get(G + "&version=1&version=1.2&format=nt");

      assertThat(earlier.statusCode()).as(earlier.body()).isEqualTo(200);
      assertThat(earlier.headers().firstValue("Dramatis-Version")).hasValue("1");
      assertThat(earlier.headers().firstValue("Content-Type"))
          .hasValue("application/n-triples;version=1.2");
      assertThat(earlier.body()).contains("<<(");
      assertThat(server.get(G + "&version=9").statusCode()).isEqualTo(404);
      assertThat(server.get(G + "&version=x").statusCode()).as("a release").isEqualTo(404);
      assertThat(server.get(G + "&version=-x").statusCode()).isEqualTo(400);
      assertThat(server.get(G + "&timeout=x").statusCode()).isEqualTo(400);
    }

    @Test
    void aMisspeltOneIsWarnedOfAndOneThatDoesNothingHereToo() throws Exception {
      HttpResponse<String> written = server.put(G + "&verison=1&format=nt", ONE);

      assertThat(written.statusCode()).isEqualTo(201);
      assertThat(written.headers().firstValue("Dramatis-Warning").orElse(""))
          .contains("'verison'", "'format'");
    }
  }
}
