package org.dramatis.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dramatis.http.access.BadTokensException;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.access.TokenFile;
import org.dramatis.http.access.Tokens;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Rules;
import org.dramatis.log.Entry;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.settings.Settings;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;
import org.dramatis.store.MemoryStore;
import org.dramatis.store.Store;

/** An empty server that can be written to, and a client that holds tokens. */
public final class WritableServer implements AutoCloseable {

  /** May change every graph. */
  public static final String WRITER = "dramatis_test_writer";

  /** May only read. */
  public static final String READER = "dramatis_test_reader";

  /** May change the graphs whose names begin with {@code http://example.org/own/}. */
  public static final String OWNER = "dramatis_test_owner";

  /** Where the first graph of most tests is. */
  public static final String GRAPH = "/data?graph=http://example.org/g";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final History history;
  private final Path tokens;
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private WritableServer(Path folder, History history, Rules rules, Settings settings)
      throws IOException, BadTokensException {
    this.history = history;
    this.tokens = tokens(folder);
    Ingest ingest = new Ingest(history.log(), history.store(), rules);
    this.server =
        Server.create(history, Catalogue::empty)
            .with(settings)
            .writable(ingest, Tokens.open(tokens))
            .start();
  }

  /** A server without rules, whose settings are the defaults but for the port. */
  public static WritableServer start(Path folder, DefaultGraph defaultGraph)
      throws IOException, BadTokensException {
    return start(folder, defaultGraph, Rules.NONE, TestServer.settings());
  }

  public static WritableServer start(
      Path folder, DefaultGraph defaultGraph, Rules rules, Settings settings)
      throws IOException, BadTokensException {
    History history =
        new History(new MemoryLog(InstantSource.system()), new MemoryStore(defaultGraph));
    return new WritableServer(folder, history, rules, settings);
  }

  /**
   * A server with one rule, in a folder of its own: every {@code x:Song} has an {@code x:title}.
   */
  public static WritableServer startWithSongRule(Path folder) throws Exception {
    Path project = Files.createDirectories(folder.resolve("project"));
    Path shapes = Files.createDirectories(project.resolve("ontology/shapes"));
    Files.createDirectories(project.resolve("ontology/checks"));
    Files.writeString(
        shapes.resolve("song.ttl"),
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        <x:SongShape> a sh:NodeShape ; sh:targetClass <x:Song> ;
          sh:property [ sh:path <x:title> ; sh:minCount 1 ; sh:message "a song has a title" ] .
        """);
    Rules rules = ((Outcome.Ok<Rules>) Rules.load(project)).value();
    return start(project, DefaultGraph.UNION, rules, TestServer.settings());
  }

  /** A server of versions that are there already, and are not closed with it. */
  public static WritableServer over(Path folder, History history, Settings settings)
      throws IOException, BadTokensException {
    return new WritableServer(folder, history, Rules.NONE, settings);
  }

  /** What is done while a server runs. */
  @FunctionalInterface
  public interface Session {
    /** Does it. */
    void with(WritableServer server) throws Exception;
  }

  /** A server of the data folder {@code data} for as long as something is done, and no longer. */
  public static void session(Path folder, Session session) throws Exception {
    Path data = folder.resolve("data");
    try (DataFolder kept = DataFolder.open(data, DefaultGraph.UNION, InstantSource.system());
        WritableServer server =
            over(folder, kept.history(), TestServer.settings("data", data.toString()))) {
      session.with(server);
    }
  }

  private static Path tokens(Path folder) throws IOException {
    Path file = folder.resolve("tokens");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Set<Scope> both = Set.of(Scope.READ, Scope.WRITE);
    return Files.write(
        file,
        List.of(
            "# the tokens of tests",
            "",
            new Token("ann", both, Sha256.of(WRITER), List.of("*")).line(),
            new Token("bob", Set.of(Scope.READ), Sha256.of(READER), List.of()).line(),
            new Token("eve", both, Sha256.of(OWNER), List.of("http://example.org/own/*")).line()));
  }

  public URI uri(String path) {
    return server.address().resolve(path);
  }

  public int port() {
    return server.port();
  }

  public Path tokenFile() {
    return tokens;
  }

  public TokenFile tokenLines() {
    return new TokenFile(tokens);
  }

  public Version version() {
    return history.store().version();
  }

  public Change lastChange() {
    try (var entries = history.log().after(Version.NONE)) {
      return entries.reduce((_, last) -> last).map(Entry::change).orElseThrow();
    }
  }

  /** The addresses at which something answers. */
  Set<String> addresses() {
    return server.addresses();
  }

  public Store store() {
    return history.store();
  }

  /** Sends a request without a token. */
  public HttpResponse<String> anonymous(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> with(
      String token, String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer " + token;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return anonymous(method, path, body, all);
  }

  public HttpResponse<String> update(String update) throws IOException, InterruptedException {
    return with(WRITER, "POST", "/update", update, "Content-Type", "application/sparql-update");
  }

  public HttpResponse<String> put(String path, String turtle, String... headers)
      throws IOException, InterruptedException {
    return with(
        WRITER,
        "PUT",
        path,
        turtle,
        Stream.concat(Stream.of("Content-Type", "text/turtle"), Stream.of(headers))
            .toArray(String[]::new));
  }

  public HttpResponse<String> post(String path, String turtle)
      throws IOException, InterruptedException {
    return with(WRITER, "POST", path, turtle, "Content-Type", "text/turtle");
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return with(READER, "GET", path, "", headers);
  }

  public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return with(WRITER, "DELETE", path, "");
  }

  /** Whether a pattern matches, by a query over HTTP that anybody may ask. */
  public boolean ask(String pattern) throws IOException, InterruptedException {
    HttpResponse<String> response =
        anonymous("GET", "/sparql?format=tsv&query=" + TestServer.encode("ASK " + pattern), "");
    return response.body().contains("true");
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
