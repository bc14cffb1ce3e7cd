package org.dramatis.http.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.sparql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.http.TestServer;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Seeds;
import org.dramatis.ingest.Submission;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;
import org.dramatis.store.backup.Backup;
import org.dramatis.store.backup.Restoration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version answers it answers for ever, whatever happens afterwards. */
class EqualAnswersIT {

  private static final Node G = NodeFactory.createURI("http://example.org/g");
  private static final Node P = NodeFactory.createURI("http://example.org/p");

  /** These show all that a format can change: order, blank nodes, numbers, triple terms, graphs. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o",
          "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
          "SELECT ?o { ?s <http://example.org/p> ?o } ORDER BY ?o",
          "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }");

  private static final int PUBLISHED = 20;

  @TempDir private Path folder;

  private static DataFolder open(Path data) throws Exception {
    return DataFolder.open(data, DefaultGraph.UNION, InstantSource.system());
  }

  /** Seeds first; then changes that add, change back and forth, and take away. */
  private static void seed(History history) {
    Outcome<List<Submission>> seeds = Seeds.read(Path.of("."));
    assertThat(seeds).isInstanceOf(Outcome.Ok.class);
    if (seeds instanceof Outcome.Ok<List<Submission>>(List<Submission> submissions)) {
      new Ingest(history.log(), history.store(), Rules.NONE).accept(submissions);
    }
  }

  private static void change(History history, int from, int to) {
    for (int i = from; i < to; i++) {
      Quad quad = Quad.create(G, G, P, NodeFactory.createLiteralString("v" + i));
      Quad blank = Quad.create(G, NodeFactory.createBlankNode("b" + i), P, G);
      List<Quad> gone =
          i % 3 == 2
              ? List.of(Quad.create(G, G, P, NodeFactory.createLiteralString("v" + (i - 1))))
              : List.of();
      history
          .store()
          .apply(
              history.log().append(new Change("tests", "change " + i, List.of(quad, blank), gone)));
    }
  }

  private static List<String> queries() throws Exception {
    List<String> queries = new ArrayList<>(QUERIES);
    try (Stream<Path> files = Files.walk(Path.of("queries"))) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".rq"))
              .sorted()
              .limit(PUBLISHED)
              .toList()) {
        queries.add(Files.readString(file));
      }
    }
    return queries;
  }

  /** The digest of every answer of some versions, in several forms. */
  private static Map<String, Sha256> answers(History history, long... numbers) throws Exception {
    Map<String, Sha256> answers = new LinkedHashMap<>();
    try (TestServer server = TestServer.start(history, Catalogue.empty())) {
      for (long number : numbers) {
        for (String query : queries()) {
          boolean graph = query.contains("CONSTRUCT") || query.contains("DESCRIBE");
          for (String format : graph ? List.of("nt") : List.of("csv", "json")) {
            String asked = "&version=" + number + "&format=" + format;
            var response = server.get("/sparql?query=" + encode(query) + asked);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            // A graph is a set: its statements come in any order.
            answers.put(
                query + asked, Sha256.of(graph ? sorted(response.body()) : response.body()));
          }
        }
      }
    }
    return answers;
  }

  private static String sorted(String lines) {
    return lines.lines().sorted().collect(Collectors.joining("\n"));
  }

  @Test
  void inAFolderAfterChangesARestartACompactionABackupAndARestoration() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy");
    Map<String, Sha256> before;
    try (DataFolder kept = open(data)) {
      seed(kept.history());
      change(kept.history(), 0, 5);
      before = answers(kept.history(), 1, 3, 6);
      change(kept.history(), 5, 300);
      assertThat(answers(kept.history(), 1, 3, 6)).as("after changes").isEqualTo(before);
      Backup.make(data, folder.resolve("backup.tar"));
    }
    try (DataFolder kept = open(data)) {
      assertThat(answers(kept.history(), 1, 3, 6)).as("after a restart").isEqualTo(before);
      kept.compact(0);
      assertThat(data.resolve("store/2")).as("the database, written anew").exists();
      assertThat(answers(kept.history(), 1, 3, 6)).as("after a compaction").isEqualTo(before);
    }
    Restoration.of(folder.resolve("backup.tar"), copy);
    try (DataFolder kept = open(copy)) {
      assertThat(answers(kept.history(), 1, 3, 6)).as("in a restored copy").isEqualTo(before);
      change(kept.history(), 300, 310);
      assertThat(answers(kept.history(), 1, 3, 6)).as("which goes on").isEqualTo(before);
    }
  }

  @Test
  void inMemoryAfterChanges() throws Exception {
    History history = History.inMemory(DefaultGraph.UNION, InstantSource.system());
    seed(history);
    change(history, 0, 5);
    Map<String, Sha256> before = answers(history, 1, 3, 6);
    change(history, 5, 300);

    assertThat(answers(history, 1, 3, 6)).isEqualTo(before);
  }

  @Test
  void manyOldVersionsCanBeAskedOneAfterTheOther() throws Exception {
    History history = History.inMemory(DefaultGraph.UNION, InstantSource.system());
    change(history, 0, 600);
    String count = sparql("SELECT (COUNT(*) AS ?n) { <http://example.org/g> ?p ?o }");
    try (TestServer server = TestServer.start(history, Catalogue.empty())) {
      for (long number = 1; number <= history.log().head().number(); number++) {
        var response = server.get(count + "&format=csv&version=" + number);
        assertThat(response.statusCode()).as("version %d", number).isEqualTo(200);
        assertThat(response.body()).isEqualTo("n\r\n" + (number - (number / 3)) + "\r\n");
      }
    }
    assertThat(history.outline().id(new Version(600))).isPresent();
  }
}
