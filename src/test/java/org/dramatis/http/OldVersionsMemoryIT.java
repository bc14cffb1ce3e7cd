package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.DataFolder;
import org.dramatis.store.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every one of many versions is asked, which together are more than the memory holds. */
class OldVersionsMemoryIT {

  private static final int VERSIONS = 80;
  private static final int STATEMENTS = 3500;
  private static final int AT_ONCE = 2;
  private static final int BUSY = 503;
  private static final int PATIENCE = 5;
  private static final Node GRAPH = NodeFactory.createURI("urn:x-test:graph");

  @TempDir private Path folder;

  /** One asked version. */
  private record Asked(int version, int status, String body) {}

  /** Serves a folder of data in a process of its own. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Catalogue catalogue = TestServer.catalogue(Files.createTempDirectory("catalogue"));
    try (DataFolder data =
            DataFolder.open(Path.of(arguments[0]), DefaultGraph.UNION, InstantSource.system());
        Server server =
            Server.create(data.history(), () -> catalogue)
                .with(TestServer.settings("client-work", "0", "query-memory", "50%"))
                .start()) {
      System.out.println(server.address());
      Thread.currentThread().join();
    }
  }

  /** In each version all statements are others. */
  private void write() throws IOException {
    try (DataFolder data = DataFolder.open(folder, DefaultGraph.UNION, InstantSource.system())) {
      for (int version = 1; version <= VERSIONS; version++) {
        Change change =
            new Change("tests", "all is new", statements(version), statements(version - 1));
        data.history().store().apply(data.log().append(change));
        data.history().keepSnapshot(new Stop());
      }
    }
  }

  private static List<Quad> statements(int version) {
    return IntStream.range(0, version == 0 ? 0 : STATEMENTS)
        .mapToObj(i -> Quad.create(GRAPH, iri(i), iri(i % 10), iri(version * STATEMENTS + i)))
        .toList();
  }

  private static Node iri(int number) {
    return NodeFactory.createURI("https://example.org/a-name-of-usual-length/" + number);
  }

  @Test
  @Timeout(240)
  void aServerOf128MegabytesAnswersForEachOfThem() throws Exception {
    write();
    Process process = start();
    try (BufferedReader said = process.inputReader();
        HttpClient client = HttpClient.newHttpClient();
        ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
      URI address = URI.create(said.readLine());
      List<Integer> versions = new ArrayList<>(IntStream.rangeClosed(1, VERSIONS).boxed().toList());
      Collections.shuffle(versions, new Random(1));

      List<Future<Asked>> asked =
          Stream.concat(versions.stream(), versions.reversed().stream())
              .map(version -> askers.submit(() -> ask(client, address, version)))
              .toList();

      for (Future<Asked> each : asked) {
        assertThat(each.get().status()).as(each.get().toString()).isEqualTo(200);
        assertThat(each.get().body().strip()).endsWith("\n" + STATEMENTS);
      }
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Asked ask(HttpClient client, URI address, int version) throws Exception {
    String query = "SELECT (COUNT(*) AS ?n) { GRAPH <%s> { ?s ?p ?o } }".formatted(GRAPH.getURI());
    HttpRequest request =
        HttpRequest.newBuilder(
                address.resolve(
                    "/sparql?version=%d&query=%s".formatted(version, TestServer.encode(query))))
            .header("Accept", "text/csv")
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    for (int again = 0; again < PATIENCE && answer.statusCode() == BUSY; again++) {
      Thread.sleep(1000);
      answer = client.send(request, BodyHandlers.ofString());
    }
    return new Asked(version, answer.statusCode(), answer.body());
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            OldVersionsMemoryIT.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
