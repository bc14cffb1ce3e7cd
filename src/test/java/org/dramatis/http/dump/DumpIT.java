package org.dramatis.http.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.dramatis.http.TestServer;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Rdf11View;
import org.dramatis.model.Sha256;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version is downloaded as a file that is always the same, and holds all of it. */
@Timeout(60)
class DumpIT {

  private static final String DATA =
      """
      PREFIX : <http://example.org/>
      :film {
        :ann :sings "a\\tsong\\n"@en , "01"^^<http://www.w3.org/2001/XMLSchema#integer> .
        :claim <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( :ann :sings <<( :x :y "z"@ar--rtl )>> )>> .
        :list :of ( 1 2 [ :a :b ] ) .
      }
      :series { :ann :sings "a\\tsong\\n"@en . }
      """;

  @TempDir private Path data;
  private final HttpClient client = HttpClient.newHttpClient();
  private DataFolder kept;
  private TestServer server;
  private DatasetGraph wanted;

  @BeforeEach
  void start() throws Exception {
    wanted = parse(DATA.getBytes(StandardCharsets.UTF_8), Lang.TRIG);
    kept = DataFolder.open(data, DefaultGraph.UNION, InstantSource.system());
    kept.log().append(new Change("test", "First", wanted.stream().toList(), List.of()));
    serve();
  }

  private void serve() throws Exception {
    if (kept.history().store().version().number() == 0) {
      try (var missing = kept.log().after(kept.history().store().version())) {
        missing.forEach(kept.history().store()::apply);
      }
    }
    History history = kept.history();
    server =
        TestServer.start(history, Catalogue.empty(), TestServer.settings("data", data.toString()));
  }

  @AfterEach
  void stop() {
    server.close();
    kept.close();
  }

  private static DatasetGraph parse(byte[] bytes, Lang lang) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.source(new ByteArrayInputStream(bytes)).lang(lang).parse(dataset);
    return dataset;
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @ParameterizedTest
  @CsvSource({"nq, N-Quads", "trig, TriG", "rt, RDF-THRIFT"})
  void whatHasGraphsLosesNothing(String extension, String language) throws Exception {
    HttpResponse<byte[]> response = get("/dump/1." + extension);

    assertThat(response.statusCode()).isEqualTo(200);
    Lang lang = RDFLanguages.nameToLang(language);
    assertThat(IsoMatcher.isomorphic(wanted, parse(response.body(), lang))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"nt, N-Triples", "ttl, Turtle"})
  void whatHasNoGraphsHoldsEachStatementOnce(String extension, String language) throws Exception {
    HttpResponse<byte[]> response = get("/dump/1." + extension);

    assertThat(header(response, "Content-Type")).contains("version=1.2");
    Lang lang = RDFLanguages.nameToLang(language);
    Graph union = parse(response.body(), lang).getDefaultGraph();
    assertThat(union.isIsomorphicWith(wanted.getUnionGraph())).isTrue();
  }

  @Test
  void jsonLdHoldsAllAsRdf11SeesIt() throws Exception {
    HttpResponse<byte[]> response = get("/dump/1.jsonld");

    assertThat(header(response, "Content-Type")).isEqualTo("application/ld+json");
    DatasetGraph read = parse(response.body(), Lang.JSONLD11);
    assertThat(Iter.toSet(read.listGraphNodes())).isEqualTo(Iter.toSet(wanted.listGraphNodes()));
    for (Node name : Iter.toList(wanted.listGraphNodes())) {
      Graph expected = Rdf11View.of(wanted.getGraph(name));
      assertThat(read.getGraph(name).isIsomorphicWith(expected)).as(name.toString()).isTrue();
    }
  }

  @Test
  void aCompressedFileHoldsTheSame() throws Exception {
    byte[] plain = get("/dump/1.nq").body();
    HttpResponse<byte[]> zstd = get("/dump/1.nq.zst");

    assertThat(header(zstd, "Content-Type")).isEqualTo("application/zstd");
    try (var in = new ZstdInputStream(new ByteArrayInputStream(zstd.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain);
    }
  }

  @Test
  void theDigestOfAFileIsThereForSha256sum() throws Exception {
    byte[] file = get("/dump/1.ttl.gz").body();
    HttpResponse<byte[]> digest = get("/dump/1.ttl.gz.sha256");

    assertThat(new String(digest.body(), StandardCharsets.UTF_8))
        .isEqualTo(Sha256.of(file).hex() + "  1.ttl.gz\n");
    assertThat(header(digest, "Content-Type")).startsWith("text/plain");
    HttpResponse<String> latest = server.get("/dump/latest.nt.sha256");
    assertThat(header(latest, "Location")).isEqualTo("/dump/1.nt.sha256");
  }

  @Test
  void theBytesAreTheSameAfterTheFilesAreGoneAndTheServerHasStartedAgain() throws Exception {
    for (String extension : List.of("nq", "trig", "ttl", "nt", "rt", "jsonld", "nq.gz", "nq.zst")) {
      byte[] before = get("/dump/1." + extension).body();
      stop();
      PathUtils.deleteDirectory(data.resolve("dumps"));
      kept = DataFolder.open(data, DefaultGraph.UNION, InstantSource.system());
      serve();

      assertThat(get("/dump/1." + extension).body()).as(extension).isEqualTo(before);
    }
  }

  @Test
  void theHeadersTellDigestAndLengthAndThatItMayBeKeptForEver() throws Exception {
    HttpResponse<byte[]> response = get("/dump/1.nq", "Accept-Encoding", "gzip");

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(response.body());
    String expected = "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    assertThat(header(response, "Repr-Digest")).isEqualTo(expected);
    assertThat(header(response, "Content-Digest")).isEqualTo(expected);
    assertThat(header(response, "Content-Length")).isEqualTo("" + response.body().length);
    assertThat(header(response, "Content-Encoding")).isEmpty();
    assertThat(header(response, "Cache-Control")).contains("immutable");
    assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
    String tag = header(response, "ETag");
    assertThat(get("/dump/1.nq", "If-None-Match", tag).statusCode()).isEqualTo(304);
    HttpResponse<String> head = server.method("HEAD", "/dump/1.nq");
    assertThat(header(head, "Content-Length")).isEqualTo("" + response.body().length);
    assertThat(header(head, "Repr-Digest")).isEqualTo(expected);
  }

  @Test
  void aDownloadThatBrokeOffGoesOn() throws Exception {
    HttpResponse<byte[]> whole = get("/dump/1.nq.gz");
    byte[] all = whole.body();

    HttpResponse<byte[]> rest =
        get("/dump/1.nq.gz", "Range", "bytes=10-", "If-Range", header(whole, "ETag"));
    HttpResponse<byte[]> end = get("/dump/1.nq.gz", "Range", "bytes=-5");
    HttpResponse<byte[]> some = get("/dump/1.nq.gz", "Range", "bytes=3-7");

    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(all, 10, all.length));
    assertThat(header(rest, "Content-Range"))
        .isEqualTo("bytes 10-%d/%d".formatted(all.length - 1, all.length));
    assertThat(header(rest, "Repr-Digest")).isEqualTo(header(whole, "Repr-Digest"));
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(all, all.length - 5, all.length));
    assertThat(some.body()).isEqualTo(Arrays.copyOfRange(all, 3, 8));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(all))) {
      assertThat(in.readAllBytes()).isEqualTo(get("/dump/1.nq").body());
    }
  }

  @Test
  void aPartOfAnotherFileIsNeverSent() throws Exception {
    byte[] all = get("/dump/1.nq").body();

    HttpResponse<byte[]> other = get("/dump/1.nq", "Range", "bytes=10-", "If-Range", "\"another\"");
    HttpResponse<byte[]> outside = get("/dump/1.nq", "Range", "bytes=" + all.length + "-");

    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).isEqualTo(all);
    assertThat(outside.statusCode()).isEqualTo(416);
    assertThat(header(outside, "Content-Range")).isEqualTo("bytes */" + all.length);
    assertThat(get("/dump/1.nq", "Range", "lines=1-2").statusCode()).isEqualTo(200);
    assertThat(get("/dump/1.nq", "Range", "bytes=0-1,3-4").body()).isEqualTo(all);
  }

  @Test
  void whatTwoAskForAtOnceIsMadeOnce() throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> answers =
        IntStream.range(0, 8)
            .mapToObj(_ ->
                client.sendAsync(
                    HttpRequest.newBuilder(server.uri("/dump/1.trig.gz")).build(),
                    BodyHandlers.ofByteArray()))
            .toList();

    for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
      assertThat(answer.get().body()).isEqualTo(answers.getFirst().get().body());
    }
    try (var files = Files.list(data.resolve("dumps"))) {
      assertThat(files.map(path -> path.getFileName().toString().replaceAll("^[0-9a-f]{64}", "")))
          .containsExactlyInAnyOrder(".trig.gz", ".trig.gz.sha256");
    }
  }

  @Test
  void theNewestIsElsewhereAndWhatIsNotThereIsNotFound() throws Exception {
    assertThat(header(get("/dump/latest.nq.gz"), "Location")).isEqualTo("/dump/1.nq.gz");
    assertThat(header(get("/dump"), "Location")).isEqualTo("/dump/1");
    for (String nothing : List.of("2.nq", "0.nq", "1.exe", "x y.nq")) {
      assertThat(get("/dump/" + TestServer.encode(nothing)).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void theFileOfATimeIsLedToAndEveryVersionOfItIsListed() throws Exception {
    Node iri = NodeFactory.createURI("urn:x-test:two");
    Change second =
        new Change("test", "Second", List.of(Quad.create(iri, iri, iri, iri)), List.of());
    kept.history().store().apply(kept.log().append(second));
    String original = "/dump/latest.nq.gz";

    HttpResponse<byte[]> early = get(original, "Accept-Datetime", "Thu, 01 Jan 1970 00:00:00 GMT");
    assertThat(early.statusCode()).isEqualTo(302);
    assertThat(header(early, "Location")).isEqualTo("/dump/1.nq.gz");
    assertThat(header(early, "Vary")).contains("Accept-Datetime");
    assertThat(header(early, "Link"))
        .contains("</timegate/dump/latest.nq.gz>; rel=\"timegate\"")
        .contains("</timemap/link/dump/latest.nq.gz>; rel=\"timemap\"");
    assertThat(header(get(original), "Location")).isEqualTo("/dump/2.nq.gz");
    assertThat(get(original, "Accept-Datetime", "soon").statusCode()).isEqualTo(400);

    HttpResponse<byte[]> memento = get("/dump/1.nq.gz");
    assertThat(header(memento, "Memento-Datetime")).endsWith("GMT");
    assertThat(header(memento, "Link"))
        .contains("</dump/latest.nq.gz>; rel=\"original\"")
        .contains("</dump/2.nq.gz>; rel=\"last next memento\"");
    assertThat(header(get("/timegate/dump/latest.nq.gz"), "Location")).isEqualTo("/dump/2.nq.gz");
    assertThat(server.get("/timemap/link/dump/latest.nq.gz").body())
        .contains("</dump/1.nq.gz>", "</dump/2.nq.gz>");
    assertThat(get("/timemap/link/dump/latest.exe").statusCode()).isEqualTo(404);
    assertThat(get("/timemap/link/dump/1.nq").statusCode()).isEqualTo(404);
  }

  @Test
  void theDescriptionNamesEveryFileAndTheDigestOfThoseThatWereMade() throws Exception {
    String digest = header(get("/dump/1.nq"), "Repr-Digest");
    String hex =
        HexFormat.of()
            .formatHex(Base64.getDecoder().decode(digest.substring(9, digest.length() - 1)));

    String turtle = server.get("/dump/1", "Accept", "text/turtle").body();

    assertThat(turtle).contains("dcat:Dataset").contains("/dump/1.trig.gz>").contains(hex);
    assertThat(server.get("/dump/1", "Accept", "application/ld+json").body()).contains(hex);
    assertThat(server.get("/dump/1", "Accept", "text/html").body())
        .contains("/dump/1.rt.gz")
        .contains(hex);
  }
}
