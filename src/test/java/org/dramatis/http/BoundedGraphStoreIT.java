package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Rules;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs are taken and sent within the limits that queries have. */
class BoundedGraphStoreIT {

  private static final String G = WritableServer.GRAPH;
  private static final int LARGE = 150_000;

  @TempDir private Path folder;

  private WritableServer start(String... keysAndValues) throws Exception {
    return WritableServer.start(
        folder, DefaultGraph.UNION, Rules.NONE, TestServer.settings(keysAndValues));
  }

  private static String statements(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i -> "<http://example.org/subject/%d> <http://example.org/p> %d .".formatted(i, i))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aGraphOfMoreRowsThanAreSentIsRefused() throws Exception {
    try (WritableServer server = start("max-rows", "2")) {
      assertThat(server.put(G, statements(2)).statusCode()).isEqualTo(201);
      HttpResponse<String> sent = server.get(G);
      assertThat(sent.statusCode()).isEqualTo(200);
      assertThat(sent.headers().firstValue("Dramatis-Rows")).hasValue("2");
      assertThat(server.put(G, statements(3)).statusCode()).isEqualTo(204);
      HttpResponse<String> tooLarge = server.get(G);
      assertThat(tooLarge.statusCode()).isEqualTo(413);
      assertThat(tooLarge.body()).contains("problems/answer-too-large");
    }
  }

  @Test
  void aGraphOfMoreBytesThanAreSentIsRefused() throws Exception {
    try (WritableServer server = start("max-bytes", "100")) {
      assertThat(server.put(G, statements(10)).statusCode()).isEqualTo(201);
      assertThat(server.get(G).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void anUploadIsStoppedAtItsLimitOfTime() throws Exception {
    try (WritableServer server = start("time-limit", "0.002")) {
      HttpResponse<String> response = server.put(G, statements(20_000));
      assertThat(response.statusCode()).isEqualTo(504);
      assertThat(response.body()).contains("problems/out-of-time");
      assertThat(server.version()).isEqualTo(Version.NONE);
    }
  }

  @Test
  void anUploadIsStoppedAtItsLimitOfMemory() throws Exception {
    try (WritableServer server = start("query-memory", "1M")) {
      HttpResponse<String> response = server.put(G, statements(20_000));
      assertThat(response.statusCode()).isEqualTo(507);
      assertThat(response.body()).contains("problems/out-of-memory");
      assertThat(server.version()).isEqualTo(Version.NONE);
      assertThat(server.put(G, statements(10)).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void aGraphThatIsTooMuchForJsonLdIsRefusedAndTurtleRecommended() throws Exception {
    try (WritableServer server = start()) {
      String values =
          IntStream.range(0, 10_000).mapToObj(i -> "" + i).collect(Collectors.joining(","));
      HttpResponse<String> refused =
          server.with(
              WritableServer.WRITER,
              "PUT",
              G,
              "{\"@id\":\"http://example.org/s\",\"http://example.org/p\":[" + values + "]}",
              "Content-Type",
              "application/ld+json");

      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(refused.body()).contains("problems/too-large", "Turtle or N-Quads");
      assertThat(server.get(G).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aRuleThatComputesWithoutReadingEndsWithTheTimeToo() throws Exception {
    Files.createDirectories(folder.resolve("ontology/shapes"));
    Path checks = Files.createDirectories(folder.resolve("ontology/checks"));
    String numbers =
        IntStream.range(0, 500).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    Files.writeString(
        checks.resolve("endless.rq"),
        """
        # Nothing is found
        # after a long time.
        SELECT ?a {
          VALUES ?a { %1$s } VALUES ?b { %1$s } VALUES ?c { %1$s } VALUES ?d { %1$s }
          FILTER(?a + ?b + ?c + ?d < 0)
        }
        """
            .formatted(numbers));
    Rules rules = ((Outcome.Ok<Rules>) Rules.load(folder)).value();
    try (WritableServer server =
        WritableServer.start(
            folder, DefaultGraph.UNION, rules, TestServer.settings("time-limit", "1"))) {
      long begun = System.nanoTime();

      assertThat(server.put(G, statements(1)).statusCode()).isEqualTo(504);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
      assertThat(server.version()).isEqualTo(Version.NONE);
    }
  }

  @Test
  void oneWhoReadsNothingIsSeenAndCutOff() throws Exception {
    try (WritableServer server = start()) {
      assertThat(server.put(G, statements(LARGE)).statusCode()).isEqualTo(201);
      try (Socket reader = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        String get =
            "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(G, WritableServer.READER);
        reader.getOutputStream().write(get.getBytes(StandardCharsets.US_ASCII));
        await(server, 1);
        String id = running(server).get(0).getAsObject().getString("id");
        assertThat(server.with(WritableServer.READER, "GET", "/queries/running/" + id, "").body())
            .contains("GET /data <http://example.org/g>");
        reader.setSoLinger(true, 0);
      }
      await(server, 0);
    }
  }

  private static JsonArray running(WritableServer server) throws IOException, InterruptedException {
    return JSON.parse(server.with(WritableServer.READER, "GET", "/queries/running", "").body())
        .get("queries")
        .getAsArray();
  }

  private static void await(WritableServer server, int number) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (running(server).size() != number) {
      assertThat(System.nanoTime()).as("running").isLessThan(end);
      Thread.sleep(20);
    }
  }
}
