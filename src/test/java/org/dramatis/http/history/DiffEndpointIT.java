package org.dramatis.http.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dramatis.http.WithWritableServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed between two versions, as a patch, as JSON, as a graph and as a page. */
class DiffEndpointIT extends WithWritableServer {

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return server.anonymous("GET", path, "", headers);
  }

  private void update(String data) throws Exception {
    String text = "PREFIX : <http://example.org/> " + data;
    assertThat(server.update(text).statusCode()).isEqualTo(204);
  }

  @BeforeEach
  void change() throws Exception {
    update("INSERT DATA { GRAPH :g { :a :p 1, 2 } }");
    update("DELETE DATA { GRAPH :g { :a :p 1 } } ; INSERT DATA { GRAPH :g { :a :p 3 } }");
    update("INSERT DATA { GRAPH :g { :a :p 1 } GRAPH :h { :b :p _:x } }");
  }

  private JsonObject json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.parse(response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=-1", "to=a/b", "part=both&format=ttl", "from=1&from=2"})
  void whatCannotBeUnderstoodIs400(String parameters) throws Exception {
    assertThat(get("/diff?" + parameters).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=9", "to=4", "from=2026.1"})
  void aVersionThatIsNotThereIs404(String parameters) throws Exception {
    assertThat(get("/diff?" + parameters).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=ttl", "part=added&format=patch", "part=added&format=html"})
  void aGraphIsOneHalfAndTheRestIsWhole(String parameters) throws Exception {
    HttpResponse<String> refused = get("/diff?from=1&to=2&" + parameters);

    assertThat(refused.statusCode()).isEqualTo(406);
    assertThat(refused.body()).contains("part=added");
  }

  @Test
  void whatCameAndWentInBetweenIsNotInIt() throws Exception {
    JsonObject net = json("/diff?from=1&to=3");

    assertThat(net.get("deleted").getAsArray()).as("1 went, and came back").isEmpty();
    assertThat(net.get("added").getAsArray()).hasSize(2);
    assertThat(net.getString("toId")).startsWith("sha256:");
    assertThat(json("/diff?from=2&to=2").get("added").getAsArray()).isEmpty();
  }

  @Test
  void theOtherWayRoundWhatCameGoes() throws Exception {
    JsonObject back = json("/diff?from=3&to=1");

    assertThat(back.get("added").getAsArray()).isEmpty();
    assertThat(back.get("deleted").getAsArray()).hasSize(2);
  }

  @Test
  void withoutAnythingItIsTheLastChange() throws Exception {
    JsonObject last = json("/diff");

    assertThat(last.getNumber("from").intValue()).isEqualTo(2);
    assertThat(last.getNumber("to").intValue()).isEqualTo(3);
  }

  @Test
  void thePatchMakesOneVersionIntoTheOther() throws Exception {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    for (String path : new String[] {"/diff?from=0&to=1", "/diff?from=1&to=3"}) {
      HttpResponse<String> patch = get(path, "Accept", "application/rdf-patch");
      assertThat(header(patch, "Content-Type")).startsWith("application/rdf-patch");
      RDFPatchOps.applyChange(
          data,
          RDFPatchOps.read(
              new ByteArrayInputStream(patch.body().getBytes(StandardCharsets.UTF_8))));
    }
    data.executeRead(
        () -> assertThat(data.stream()).as("1, 2 and 3 of a, and one of b").hasSize(4));
  }

  @Test
  void theHalvesComeAsTurtle() throws Exception {
    assertThat(get("/diff?from=1&to=2&part=added&format=ttl").body()).contains("3");
    assertThat(get("/diff?from=1&to=2&part=deleted", "Accept", "text/turtle").body()).contains("1");
    assertThat(get("/diff?from=1&to=1&part=deleted&format=nt").body()).isEmpty();
    assertThat(get("/diff?from=1&to=2&part=added").headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/turtle");
  }

  @Test
  void thePageShowsBothHalvesAndWhereTheDataIs() throws Exception {
    HttpResponse<String> page = get("/diff?from=1&to=2", "Accept", "text/html");

    assertThat(page.body())
        .contains("From version 1 to version 2", "Added: 1", "Deleted: 1", "format=patch");
  }

  @Test
  void whoHasItIsToldSo() throws Exception {
    HttpResponse<String> first = get("/diff?from=1&to=2");

    assertThat(header(first, "Dramatis-Version")).isEqualTo("2");
    assertThat(header(first, "Cache-Control"))
        .as("the log ends with the process")
        .isEqualTo("no-cache");
    assertThat(get("/diff?from=1&to=2", "If-None-Match", header(first, "ETag")).statusCode())
        .isEqualTo(304);
    assertThat(
            get("/diff?from=1&to=2&format=patch", "If-None-Match", header(first, "ETag"))
                .statusCode())
        .isEqualTo(200);
  }
}
