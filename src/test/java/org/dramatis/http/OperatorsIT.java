package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a server and can do with it. */
class OperatorsIT {

  private static final String ENDLESS_PATTERN =
      "GRAPH ?h { ?a ?b ?c . ?d ?e ?f . ?g ?i ?j . ?k ?l ?m . ?n ?o ?p . ?q ?r ?s . ?t ?u ?v }";

  private static final String ENDLESS = "SELECT (COUNT(*) AS ?rows) { " + ENDLESS_PATTERN + " }";

  @TempDir private Path folder;

  @Test
  void aServerThatAnswersIsReady() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      HttpResponse<String> ready = server.get("/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @Test
  void metricsCountQueriesByWhatBecameOfThem() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      server.get(TestServer.sparql("SELECT * WHERE { ?s ?p ?o }"));
      server.get("/sparql?query=SELEKT");
      await(server, "dramatis_queries_seconds_count{outcome=\"refused\"} 1");

      HttpResponse<String> metrics = server.get("/metrics");
      assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain;version=0.0.4");
      assertThat(metrics.body())
          .contains(
              "dramatis_queries_seconds_count{outcome=\"answered\"} 1",
              "dramatis_queries_seconds_bucket{outcome=\"answered\",le=\"+Inf\"} 1",
              "dramatis_requests_seconds_count{outcome=\"refused\",place=\"sparql\"} 1",
              "dramatis_data_version 1.0",
              "dramatis_info{version=\"1.2.3\"} 1",
              "jvm_memory_used_bytes{");
    }
  }

  @Test
  void aClientThatGoesAwayWithinItsBodyIsNoFaultOfTheServer() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      try (RawClient client = new RawClient(server.port())) {
        client.send(
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
                + "Content-Type: application/sparql-query\r\n\r\nASK");
      }
      await(server, "dramatis_requests_seconds_count{outcome=\"client_gone\",place=\"sparql\"} 1");

      assertThat(server.get("/metrics").body()).doesNotContain("outcome=\"failed\",place");
    }
  }

  @Test
  void noClientCanAddSeriesToTheMetrics() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      await(server, "place=\"metrics\"");
      for (int i = 0; i < 20; i++) {
        server.get("/nowhere-" + i + "/x?y=" + i, "X-Request-Id", "id-" + i);
        server.method("BREW" + i, "/sparql");
      }
      await(server, "dramatis_requests_seconds_count{outcome=\"refused\",place=\"other\"} 20");

      assertThat(server.get("/metrics").body()).doesNotContain("nowhere", "BREW", "id-1");
    }
  }

  @Test
  void everyMetricIsDocumentedAndEveryDocumentedOneIsThere() throws Exception {
    String page = Files.readString(ProjectServer.PROJECT.resolve("docs/operators.md"));
    try (TestServer server = TestServer.start(folder)) {
      await(server, "place=\"metrics\"");
      assertThat(names("(?m)^(dramatis_\\w+?)(?:_bucket|_count|_sum)?[ {]", server.get("/metrics")))
          .isEqualTo(names("`(dramatis_\\w+)`", page));
    }
  }

  private static Set<String> names(String pattern, HttpResponse<String> answer) {
    return names(pattern, answer.body());
  }

  private static Set<String> names(String pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void withoutTokensNobodySeesWhatRuns() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      assertThat(server.get("/queries/running").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void holdersOfTokensSeeWhatRunsAndStopIt() throws Exception {
    try (WritableServer server = WritableServer.start(folder, DefaultGraph.UNION)) {
      fill(server);
      assertThat(server.anonymous("GET", "/queries/running", "").statusCode()).isEqualTo(401);
      CompletableFuture<HttpResponse<String>> running =
          CompletableFuture.supplyAsync(() -> ask(server, TestServer.sparql(ENDLESS)));

      String id = awaitRunning(server);
      String here = "/queries/running/" + id;
      assertThat(server.with(WritableServer.READER, "GET", here, "").body())
          .contains("SELECT (COUNT");
      assertThat(server.with(WritableServer.READER, "DELETE", here, "").statusCode())
          .isEqualTo(403);
      assertThat(server.with(WritableServer.WRITER, "DELETE", here, "").statusCode())
          .isEqualTo(204);

      HttpResponse<String> stopped = running.join();
      assertThat(stopped.statusCode()).isEqualTo(503);
      assertThat(stopped.body()).contains("/problems/stopped", "operator");
      assertThat(server.with(WritableServer.WRITER, "DELETE", here, "").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void aChangeThatWaitsForAnotherIsSeenAndStoppedToo() throws Exception {
    try (WritableServer server = WritableServer.start(folder, DefaultGraph.UNION)) {
      fill(server);
      Version before = server.version();
      String endless = "INSERT { GRAPH :i { :a :b :c } } WHERE { " + ENDLESS_PATTERN + " }";
      CompletableFuture<HttpResponse<String>> first =
          CompletableFuture.supplyAsync(() -> update(server, endless, "first"));
      awaitPhase(server, "first", "running");
      CompletableFuture<HttpResponse<String>> second =
          CompletableFuture.supplyAsync(
              () -> update(server, "INSERT DATA { GRAPH :i { :d :e :f } }", "second"));
      awaitPhase(server, "second", "waiting");

      for (String id : List.of("second", "first")) {
        assertThat(
                server
                    .with(WritableServer.WRITER, "DELETE", "/queries/running/" + id, "")
                    .statusCode())
            .isEqualTo(204);
        HttpResponse<String> stopped = (id.equals("first") ? first : second).join();
        assertThat(stopped.statusCode()).isEqualTo(503);
        assertThat(stopped.body()).contains("/problems/stopped", "operator");
      }
      assertThat(server.version()).isEqualTo(before);
    }
  }

  private static HttpResponse<String> update(WritableServer server, String update, String id) {
    try {
      return server.with(
          WritableServer.WRITER,
          "POST",
          "/update",
          Graphs.query(update),
          "Content-Type",
          "application/sparql-update",
          "X-Request-Id",
          id);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void awaitPhase(WritableServer server, String id, String phase) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String here = "/queries/running/" + id;
    while (!server
        .with(WritableServer.READER, "GET", here, "")
        .body()
        .contains("\"" + phase + "\"")) {
      assertThat(System.nanoTime()).as("until %s is %s", id, phase).isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void whatExplainsAQueryRunsToo() throws Exception {
    try (WritableServer server = WritableServer.start(folder, DefaultGraph.UNION)) {
      fill(server);
      CompletableFuture<HttpResponse<String>> explained =
          CompletableFuture.supplyAsync(
              () -> ask(server, TestServer.sparql(ENDLESS) + "&explain=true"));
      String here = "/queries/running/" + awaitRunning(server);
      awaitPhase(server, here.substring(here.lastIndexOf('/') + 1), "running");

      assertThat(server.with(WritableServer.WRITER, "DELETE", here, "").statusCode())
          .isEqualTo(204);
      assertThat(explained.join().statusCode()).isEqualTo(503);
    }
  }

  @Test
  void noTwoRequestsThatAreHereHaveTheSameId() throws Exception {
    try (WritableServer server = WritableServer.start(folder, DefaultGraph.UNION)) {
      fill(server);
      List<RawClient> clients = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        clients.add(
            new RawClient(server.port())
                .send(
                    "GET %s HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: same\r\n\r\n"
                        .formatted(TestServer.sparql(ENDLESS + "#" + i))));
      }
      Set<String> ids = new TreeSet<>();
      long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (ids.size() < 2) {
        assertThat(System.nanoTime()).isLessThan(end);
        String all = server.with(WritableServer.READER, "GET", "/queries/running", "").body();
        ids.addAll(names("\"id\" *: *\"([^\"]+)\"", all));
      }

      assertThat(ids).hasSize(2).contains("same");
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  private static HttpResponse<String> ask(WritableServer server, String path) {
    try {
      return server.anonymous("GET", path, "");
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void fill(WritableServer server) throws Exception {
    StringBuilder many = new StringBuilder("INSERT DATA { GRAPH <http://example.org/g> { ");
    for (int i = 0; i < 100; i++) {
      many.append("<http://example.org/s").append(i).append("> <http://example.org/p> 1 . ");
    }
    assertThat(server.update(many.append("} }").toString()).statusCode()).isEqualTo(204);
  }

  private static String awaitRunning(WritableServer server) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end) {
      HttpResponse<String> answer =
          server.with(WritableServer.READER, "GET", "/queries/running", "");
      JsonArray queries = JSON.parse(answer.body()).get("queries").getAsArray();
      if (!queries.isEmpty()) {
        assertThat(queries.get(0).getAsObject().getString("phase")).isIn("waiting", "running");
        return queries.get(0).getAsObject().getString("id");
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no query is running");
  }

  private static void await(TestServer server, String line) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!server.get("/metrics").body().contains(line)) {
      assertThat(System.nanoTime()).as(line).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
