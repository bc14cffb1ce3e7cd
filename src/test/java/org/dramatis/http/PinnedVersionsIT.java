package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;
import static org.dramatis.http.TestServer.sparql;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer from a version that is named is the same in every run of the server. */
class PinnedVersionsIT {

  private static final Node IRI = NodeFactory.createURI("https://example.org/x");
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @TempDir private Path folder;

  private DataFolder open() throws Exception {
    return DataFolder.open(folder, DefaultGraph.UNION, InstantSource.system());
  }

  private static void add(History history, int number) {
    Quad quad = Quad.create(IRI, IRI, IRI, NodeFactory.createLiteralString("v" + number));
    history
        .store()
        .apply(history.log().append(new Change("tests", "one more", List.of(quad), List.of())));
  }

  @Test
  void aVersionIsAnsweredAlikeAfterChangesAndARestart() throws Exception {
    Sha256 id;
    HttpResponse<String> first;
    try (DataFolder data = open();
        TestServer server = TestServer.start(data.history(), Catalogue.empty())) {
      add(data.history(), 1);
      add(data.history(), 2);
      id = data.history().outline().id(new Version(2)).orElseThrow();
      first = server.get(sparql(COUNT) + "&format=csv&version=" + id);
      add(data.history(), 3);
    }
    try (DataFolder data = open();
        TestServer server = TestServer.start(data.history(), Catalogue.empty())) {
      HttpResponse<String> again = server.get(sparql(COUNT) + "&format=csv&version=" + id);

      assertThat(again.body()).isEqualTo(first.body()).isEqualTo("n\r\n2\r\n");
      assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
      assertThat(header(again, "Cache-Control")).isEqualTo(FOR_EVER);
      assertThat(server.get(sparql(COUNT) + "&format=csv").body()).isEqualTo("n\r\n3\r\n");
      assertThat(header(server.get(sparql(COUNT) + "&version=2"), "Cache-Control"))
          .as("the number counts for ever where the log lasts")
          .isEqualTo(FOR_EVER);
      HttpResponse<String> page = server.get(sparql(COUNT) + "&version=2", "Accept", "text/html");
      assertThat(header(page, "Content-Type")).startsWith("text/html");
      assertThat(header(page, "Cache-Control"))
          .as("the next program may draw it otherwise")
          .isEqualTo("no-cache");
    }
  }

  @Test
  void theNewestVersionIsAlwaysAskedForAnew() throws Exception {
    try (DataFolder data = open();
        TestServer server = TestServer.start(data.history(), Catalogue.empty())) {
      add(data.history(), 1);

      assertThat(header(server.get(sparql(COUNT)), "Cache-Control")).isEqualTo("no-cache");
    }
  }

  @Test
  void aNumberIsNoPromiseWhereTheLogGoesWithTheProcess() throws Exception {
    History history = History.inMemory(DefaultGraph.UNION, InstantSource.system());
    try (TestServer server = TestServer.start(history, Catalogue.empty())) {
      add(history, 1);
      Sha256 id = history.outline().id(new Version(1)).orElseThrow();

      assertThat(header(server.get(sparql(COUNT) + "&version=1"), "Cache-Control"))
          .isEqualTo("no-cache");
      assertThat(header(server.get(sparql(COUNT) + "&version=" + id), "Cache-Control"))
          .isEqualTo(FOR_EVER);
    }
  }

  @Test
  void anOldVersionIsPutTogetherWithinTheMemoryOfItsQuery() throws Exception {
    History history = History.inMemory(DefaultGraph.UNION, InstantSource.system());
    try (TestServer server =
        TestServer.start(history, Catalogue.empty(), TestServer.settings("query-memory", "20k"))) {
      for (int i = 0; i < 400; i++) {
        add(history, i);
      }

      assertThat(server.get(sparql("ASK {}") + "&version=400").statusCode()).isEqualTo(200);
      assertThat(server.get(sparql("ASK {}") + "&version=200").statusCode()).isEqualTo(507);
      assertThat(server.get(sparql("ASK {}") + "&version=399").statusCode()).isEqualTo(200);
    }
  }
}
