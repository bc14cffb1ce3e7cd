package org.dramatis.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.http.Server;
import org.dramatis.http.TestServer;
import org.dramatis.http.access.BadTokensException;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.access.Tokens;
import org.dramatis.ingest.Allowance;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Writer;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.History;
import org.dramatis.store.MemoryStore;
import org.dramatis.store.Store;

/** The real server over whatever a test wants asked, and a client of it. */
final class SuiteServer implements AutoCloseable {

  private static final String SECRET = "dramatis_suite";

  private final Store store = new MemoryStore(DefaultGraph.SEPARATE);
  private final ChangeLog log = new MemoryLog(InstantSource.system());
  private final Ingest ingest = new Ingest(log, store, Rules.NONE);
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Starts the server with these settings; its tokens are written into the folder. */
  SuiteServer(Path folder, String... keysAndValues) throws IOException, BadTokensException {
    server =
        Server.create(new History(log, store), Catalogue::empty)
            .with(TestServer.settings(keysAndValues))
            .writable(ingest, Tokens.open(tokens(folder)))
            .start();
  }

  private static Path tokens(Path folder) throws IOException {
    Path file = folder.resolve("tokens");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Token token =
        new Token("suite", Set.of(Scope.READ, Scope.WRITE), Sha256.of(SECRET), List.of("*"));
    return Files.writeString(file, token.line() + "\n");
  }

  /** Puts a dataset in the place of what is there. */
  void show(DatasetGraph dataset) {
    try {
      ingest.<RuntimeException>change(
          Writer.PROJECT,
          "the data of a test",
          "test",
          List.of(),
          Allowance.UNBOUNDED,
          draft -> {
            draft.clear();
            Iter.toList(draft.listGraphNodes()).forEach(draft::removeGraph);
            dataset.stream().forEach(draft::add);
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  URI uri(String path) {
    return server.address().resolve(path);
  }

  /** Asks a query by POST of its text. */
  HttpResponse<String> query(String text, String accept) {
    return send(
        HttpRequest.newBuilder(uri("/sparql"))
            .header("Content-Type", "application/sparql-query")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(text)));
  }

  /** Runs an update by POST of its text. */
  HttpResponse<String> update(String text) {
    return send(
        HttpRequest.newBuilder(uri("/update"))
            .header("Content-Type", "application/sparql-update")
            .POST(BodyPublishers.ofString(text)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    HttpRequest complete =
        request.header("Authorization", "Bearer " + SECRET).timeout(Duration.ofSeconds(60)).build();
    try {
      return client.send(complete, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
