package org.dramatis.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dramatis.entity.Texts;
import org.dramatis.http.admission.Workers;
import org.dramatis.ingest.Outcome;
import org.dramatis.log.ChangeLog;
import org.dramatis.query.Graphs;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.settings.Given;
import org.dramatis.settings.Key;
import org.dramatis.settings.Origin;
import org.dramatis.settings.Settings;
import org.dramatis.store.History;

/** A real server on a free port, and a client that asks it. */
public final class TestServer implements AutoCloseable {

  private static final String DATA =
      """
      GRAPH :film {
        person:ann a d:Person ; rdfs:label "Ann"@en ; :sings "<script>alert('&')</script>" .
        claim:1 a d:Claim ; rdf:reifies <<( person:ann :sings "a song" )>> .
        :quoted :says <<( :x :y :z )>> .
      }
      GRAPH :series { person:ann :sings "another song" . }
      GRAPH <https://w3id.org/dramatis/ns> {
        d:Person a <http://www.w3.org/2002/07/owl#Class> ; rdfs:label "person"@en .
      }
      """;

  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(Server server) {
    this.server = server;
  }

  /** A server of a few statements and two published queries. */
  public static TestServer start(Path folder) throws IOException {
    return start(folder, DATA, Duration.ofSeconds(20));
  }

  public static TestServer start(Path folder, String trig, Duration timeLimit) throws IOException {
    return start(folder, trig, settings("time-limit", timeLimit.toMillis() / 1000.0 + ""));
  }

  /** A server of this data with these settings, such as those of {@link #settings}. */
  public static TestServer start(Path folder, String trig, Settings settings) throws IOException {
    Catalogue catalogue = catalogue(folder);
    return new TestServer(
        Server.create(Graphs.history(trig), () -> catalogue)
            .programVersion("1.2.3")
            .with(settings)
            .start());
  }

  /** A server of another store and catalogue. */
  public static TestServer start(History history, Catalogue catalogue) throws IOException {
    return start(history, catalogue, settings());
  }

  public static TestServer start(History history, Catalogue catalogue, Settings settings)
      throws IOException {
    return new TestServer(Server.create(history, () -> catalogue).with(settings).start());
  }

  /** A server that has the words of some documents. */
  public static TestServer start(History history, Catalogue catalogue, Texts texts)
      throws IOException {
    return new TestServer(
        Server.create(history, () -> catalogue).with(settings()).texts(texts).start());
  }

  /** A server that keeps cited queries in a log. */
  public static TestServer start(History history, ChangeLog queries) throws IOException {
    return new TestServer(
        Server.create(history, Catalogue::empty).with(settings()).citing(queries).start());
  }

  /**
   * The defaults on a free port without a quota, and what else is given as keys and values by
   * turns.
   */
  public static Settings settings(String... keysAndValues) {
    Given given =
        Given.defaults()
            .with(Key.PORT, "0", new Origin.Default())
            .with(Key.CLIENT_WORK, "0", new Origin.Default())
            .with(Key.REQUEST_LOG, "none", new Origin.Default());
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Key key = Key.named(keysAndValues[i]).orElseThrow();
      given = given.with(key, keysAndValues[i + 1], new Origin.Default());
    }
    return Settings.of(Path.of(""), given);
  }

  public static Catalogue catalogue(Path folder) throws IOException {
    Path topic = Files.createDirectories(folder.resolve("music"));
    Files.writeString(
        topic.resolve("songs.rq"),
        """
        #+ summary: What <somebody> sings
        #+ description: Songs & more.
        #+ defaults:
        #+   - person: https://w3id.org/dramatis/id/person/ann
        SELECT ?song WHERE { ?_person_iri <http://example.org/sings> ?song } ORDER BY ?song
        """);
    Files.writeString(
        topic.resolve("of-title.rq"),
        """
        #+ summary: Who sings a song
        #+ description: Needs a title.
        SELECT ?who WHERE { ?who <http://example.org/sings> ?_title }
        """);
    return read(folder);
  }

  /** The queries of a folder, in which nothing is wrong. */
  public static Catalogue read(Path folder) {
    return ((Outcome.Ok<Catalogue>) Catalogue.load(folder)).value();
  }

  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** A header of the response; empty if it is not there. */
  public static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The address of a query with the usual prefixes. */
  public static String sparql(String body) {
    return "/sparql?query=" + encode(Graphs.query(body));
  }

  public URI uri(String path) {
    return server.address().resolve(path);
  }

  public int port() {
    return server.port();
  }

  /** Whoever computes in it. */
  public Workers workers() {
    return server.workers();
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)), headers);
  }

  public HttpResponse<String> method(String method, String path)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody()));
  }

  public HttpResponse<String> head(String path, String... headers)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).HEAD(), headers);
  }

  public HttpResponse<String> post(String path, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)),
        headers);
  }

  public HttpResponse<String> post(String path, String type, String body, String... headers)
      throws IOException, InterruptedException {
    return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws IOException, InterruptedException {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    // What was answered is also written down as answered.
    try {
      server.drain(Duration.ofSeconds(1), _ -> {});
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    client.close();
    server.close();
  }
}
