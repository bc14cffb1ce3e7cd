package org.dramatis.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.dramatis.http.WithWritableServer;
import org.junit.jupiter.api.Test;

/** Whoever reads the feed from the beginning has what the server has, page by page. */
class ChangesIT extends WithWritableServer {

  private static final String PATCH = "application/rdf-patch";
  private static final String LINES = "application/x-ndjson";

  private void makeVersions(int number) throws Exception {
    for (int i = 1; i <= number; i++) {
      String update =
          "PREFIX : <http://example.org/> INSERT DATA { GRAPH :g { :s :p%d \"v\\n%d\"@en } }"
              .formatted(i, i);
      assertThat(server.update(update).statusCode()).isLessThan(300);
    }
  }

  private HttpResponse<String> changes(String query, String accept, String... more)
      throws Exception {
    String[] headers = new String[more.length + 2];
    headers[0] = "Accept";
    headers[1] = accept;
    System.arraycopy(more, 0, headers, 2, more.length);
    return server.anonymous("GET", "/changes" + query, "", headers);
  }

  private static void apply(String patch, DatasetGraph dataset) {
    byte[] bytes = patch.getBytes(StandardCharsets.UTF_8);
    new RDFPatchReaderText(new ByteArrayInputStream(bytes)).apply(new RDFChangesApply(dataset));
  }

  @Test
  void aVersionThatIsNotThereYetIsNotFoundAndTheNewestIsNamed() throws Exception {
    makeVersions(2);

    HttpResponse<String> response = changes("?since=3", PATCH);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("no version 3").contains("the newest version is 2");
    assertThat(changes("?since=x%20y", PATCH).statusCode()).isEqualTo(400);
    assertThat(changes("?since=0&limit=0", PATCH).statusCode()).isEqualTo(400);
    assertThat(changes("", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void thereIsNothingAfterTheNewestAndThatIsFine() throws Exception {
    makeVersions(2);

    HttpResponse<String> response = changes("?since=2", LINES);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(response, "Dramatis-Version")).isEqualTo("2");
    assertThat(header(response, "Link")).isEmpty();
    String tag = header(response, "ETag");
    assertThat(changes("?since=2", LINES, "If-None-Match", tag).statusCode()).isEqualTo(304);
    makeVersions(1);
    server.update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <urn:o> } }");
    assertThat(changes("?since=2", LINES, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void thePatchesOfAllPagesMakeTheSameDataset() throws Exception {
    makeVersions(5);
    server.update("DELETE WHERE { GRAPH ?g { ?s <http://example.org/p2> ?o } }");
    DatasetGraph copy = DatasetGraphFactory.create();

    String next = "?since=0&limit=2";
    int pages = 0;
    while (!next.isEmpty()) {
      HttpResponse<String> page = changes(next, PATCH);
      assertThat(header(page, "Content-Type")).isEqualTo(PATCH);
      apply(page.body(), copy);
      pages++;
      String link = header(page, "Link");
      next = link.isEmpty() ? "" : link.substring(link.indexOf('?'), link.indexOf('>'));
    }

    assertThat(pages).isEqualTo(4);
    assertThat(copy.find().hasNext()).isTrue();
    List<Quad> expected =
        server
            .store()
            .read(s -> {
              List<Quad> all = new ArrayList<>();
              s.statements().forEachRemaining(all::add);
              return all;
            });
    assertThat(copy.stream()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aFullPageNeverChangesAndIsKeptWhenItIsNamedByItsIdentity() throws Exception {
    makeVersions(2);
    String first = JSON.parse(changes("?since=0&limit=1", LINES).body()).getString("id");
    HttpResponse<String> before = changes("?limit=1&since=" + first, PATCH);

    makeVersions(1);
    server.update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <urn:o> } }");
    HttpResponse<String> after = changes("?limit=1&since=" + first, PATCH);

    assertThat(header(before, "Cache-Control")).contains("immutable");
    assertThat(after.body()).isEqualTo(before.body());
    assertThat(header(after, "ETag")).isEqualTo(header(before, "ETag"));
    assertThat(header(after, "Link")).isEqualTo("</changes?since=2&limit=1>; rel=\"next\"");
  }

  @Test
  void aLineTellsAllOfAVersion() throws Exception {
    server.update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <<( <urn:a> <urn:b> 'c' )>> } }");

    JsonObject line = JSON.parse(changes("", LINES).body());

    assertThat(line.getNumber("version").longValue()).isEqualTo(1);
    assertThat(line.getString("author")).isEqualTo("ann");
    assertThat(line.getBoolean("complete")).isTrue();
    assertThat(line.get("added").getAsArray().get(0).getAsString().value())
        .isEqualTo("<urn:s> <urn:p> <<( <urn:a> <urn:b> \"c\" )>> <urn:g> .");
    assertThat(line.get("deleted").getAsArray()).isEmpty();
    HttpResponse<String> patch = server.anonymous("GET", line.getString("patch"), "");
    assertThat(patch.body()).contains("H id <" + line.getString("id") + ">").endsWith("TC .\n");
  }

  @Test
  void aLargeVersionIsToldOfInItsLineAndStandsWhereTheLineSays() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      many.append(
          "<http://example.org/s%d> <http://example.org/p> 'a text that takes some room' . "
              .formatted(i));
    }
    assertThat(server.put("/data?graph=http://example.org/g", many.toString()).statusCode())
        .isEqualTo(201);

    JsonObject line = JSON.parse(changes("", LINES).body());

    assertThat(line.getBoolean("complete")).isFalse();
    assertThat(line.hasKey("added")).isFalse();
    assertThat(line.getObj("statements").getNumber("added").longValue()).isEqualTo(20_000);
    HttpResponse<String> patch = server.anonymous("GET", line.getString("patch"), "");
    DatasetGraph copy = DatasetGraphFactory.create();
    apply(patch.body(), copy);
    assertThat(copy.stream()).hasSize(20_000);
    assertThat(
            copy.contains(
                SSE.parseQuad(
                    "(<http://example.org/g> <http://example.org/s7> <http://example.org/p> 'a text that takes some room')")))
        .isTrue();
  }

  @Test
  void peopleSeeATable() throws Exception {
    makeVersions(3);

    HttpResponse<String> page = changes("?limit=2", "text/html");

    assertThat(page.body()).contains("<h1>What changed</h1>").contains(">ann<");
    assertThat(page.body()).contains("/changes?since=2&amp;limit=2");
  }
}
