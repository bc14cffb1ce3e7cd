package org.dramatis.http.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;
import static org.dramatis.http.TestServer.sparql;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.dramatis.http.TestServer;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Rules;
import org.dramatis.model.DefaultGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version is given a name, which it then has for ever. */
class ReleasesEndpointIT extends WithWritableServer {

  private static final String COUNT =
      sparql("SELECT (COUNT(*) AS ?n) { GRAPH <http://example.org/g> { ?s ?p ?o } }")
          + "&format=csv";

  @BeforeEach
  void change() throws Exception {
    insert(1);
    insert(2);
  }

  private void insert(int number) throws Exception {
    assertThat(
            server
                .update(
                    "INSERT DATA { GRAPH <http://example.org/g> { <x:s> <x:p> %d } }"
                        .formatted(number))
                .statusCode())
        .isEqualTo(204);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return server.anonymous("GET", path, "", headers);
  }

  private HttpResponse<String> put(String path, String... headers) throws Exception {
    return server.with(WritableServer.WRITER, "PUT", path, "", headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "1.1", "1.2", "-a", ".a", "a%20b", "a:b", "sha256:12", "ü"})
  void aNameThatCouldBeTakenForSomethingElseIsRefused(String name) throws Exception {
    String encoded = name.equals("ü") ? "%C3%BC" : name;

    assertThat(put("/releases/" + encoded).statusCode()).isEqualTo(400);
    assertThat(put("/releases/" + "a".repeat(65)).statusCode()).isEqualTo(400);
  }

  @Test
  void onlyWhoMayChangeTheRecordGivesNames() throws Exception {
    assertThat(server.anonymous("PUT", "/releases/2026.1", "").statusCode()).isEqualTo(401);
    assertThat(server.with(WritableServer.READER, "PUT", "/releases/2026.1", "").statusCode())
        .isEqualTo(403);
    assertThat(server.with(WritableServer.OWNER, "PUT", "/releases/2026.1", "").statusCode())
        .isEqualTo(403);
    assertThat(get("/releases/2026.1").statusCode()).isEqualTo(404);
  }

  @Test
  void aVersionThatIsNotThereGetsNoName() throws Exception {
    assertThat(put("/releases/2026.1?version=9").statusCode()).isEqualTo(404);
    assertThat(put("/releases/2026.1?message=two%0Alines").statusCode()).isEqualTo(400);
    assertThat(put("/releases/2026.1", "If-None-Match", "\"1\"").statusCode()).isEqualTo(400);
  }

  @Test
  void aNameIsAskedLikeANumber() throws Exception {
    HttpResponse<String> given = put("/releases/2026.1?version=1&message=The+first+one");

    assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
    assertThat(header(given, "Location")).isEqualTo("/releases/2026.1");
    assertThat(header(given, "Dramatis-Version")).as("what was said is a change").isEqualTo("3");
    HttpResponse<String> answer = get(COUNT + "&version=2026.1");
    assertThat(answer.body()).isEqualTo("n\r\n1\r\n");
    assertThat(header(answer, "Dramatis-Version")).isEqualTo("1");
    assertThat(get("/history/2026.1").body()).contains("\"releases\"", "2026.1");
    assertThat(get("/diff?from=2026.1&to=2").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutAVersionTheNewestGetsTheName() throws Exception {
    assertThat(put("/releases/now").statusCode()).isEqualTo(201);
    assertThat(JSON.parse(get("/releases/now").body()).getNumber("version").intValue())
        .isEqualTo(2);
  }

  @Test
  void aNameNeverMoves() throws Exception {
    assertThat(put("/releases/2026.1?version=1").statusCode()).isEqualTo(201);

    HttpResponse<String> again = put("/releases/2026.1?version=1");
    HttpResponse<String> other = put("/releases/2026.1?version=2");

    assertThat(again.statusCode()).as("a request that is repeated").isEqualTo(200);
    assertThat(put("/releases/2026.1").statusCode()).isEqualTo(200);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("release-taken", "release 2026.1 is version 1");
    assertThat(put("/releases/2026.1?version=1", "If-None-Match", "*").statusCode()).isEqualTo(412);
    assertThat(server.version().number()).as("nothing more was changed").isEqualTo(3);
  }

  @Test
  void theRecordIsWrittenByTheServiceOnly() throws Exception {
    assertThat(put("/releases/2026.1").statusCode()).isEqualTo(201);
    String record = "https://w3id.org/dramatis/source/record";

    assertThat(server.update("CLEAR GRAPH <" + record + ">").statusCode()).isEqualTo(403);
    assertThat(
            server.update("INSERT DATA { GRAPH <" + record + "> { <x:s> <x:p> 1 } }").statusCode())
        .isEqualTo(403);
    assertThat(server.delete("/data?graph=" + record).statusCode()).isEqualTo(403);
    assertThat(get("/releases/2026.1").statusCode()).isEqualTo(200);
  }

  @Test
  void theListComesInSeveralForms() throws Exception {
    assertThat(get("/releases", "Accept", "text/html").body()).contains("has been released yet");
    assertThat(put("/releases/2026.10?message=tenth").statusCode()).isEqualTo(201);
    assertThat(put("/releases/2026.2?version=1").statusCode()).isEqualTo(201);

    assertThat(JSON.parse(get("/releases").body()).get("releases").getAsArray())
        .extracting(release -> release.getAsObject().getString("release"))
        .containsExactly("2026.2", "2026.10");
    assertThat(get("/releases", "Accept", "text/html").body()).contains("2026.10", "tenth");
    assertThat(get("/releases/2026.2", "Accept", "text/turtle").body())
        .contains("<http://purl.org/pav/version>", "<http://www.w3.org/ns/dcat#Dataset>");
  }

  @Test
  void aReleaseKeepsTheProjectsRules(@TempDir Path other) throws Exception {
    Rules rules =
        switch (Rules.load(Path.of("."))) {
          case Outcome.Ok<Rules>(Rules read) -> read;
          case Outcome.Refused<Rules> refused ->
              throw new AssertionError(refused.problems().toString());
        };
    try (WritableServer strict =
        WritableServer.start(other, DefaultGraph.UNION, rules, TestServer.settings())) {
      assertThat(strict.with(WritableServer.WRITER, "PUT", "/releases/0.1", "").statusCode())
          .as("there is nothing yet")
          .isEqualTo(404);
    }
  }
}
