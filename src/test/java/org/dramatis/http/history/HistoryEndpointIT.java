package org.dramatis.http.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.WithWritableServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the versions were, and what became of an entity or a statement in them. */
class HistoryEndpointIT extends WithWritableServer {

  private static final String ABOUT_LUKE = "/history?about=" + encode("http://example.org/luke");

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return server.anonymous("GET", path, "", headers);
  }

  private JsonObject json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith("application/json");
    return JSON.parse(response.body());
  }

  /** Luke comes, is joined by Cassie, goes, and comes again. */
  @BeforeEach
  void change() throws Exception {
    insert("luke", "\"Luke\"@en");
    insert("cassie", "\"Cassie\"");
    assertThat(
            server
                .update(
                    "DELETE DATA { GRAPH <http://example.org/g> { <http://example.org/luke>"
                        + " <http://example.org/name> \"Luke\"@en } }")
                .statusCode())
        .isEqualTo(204);
    insert("luke", "\"Luke\"@en");
  }

  private void insert(String who, String name) throws Exception {
    assertThat(
            server
                .update(
                    "INSERT DATA { GRAPH <http://example.org/g> { <http://example.org/%s> <http://example.org/name> %s } }"
                        .formatted(who, name))
                .statusCode())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=1001",
        "before=x",
        "about=not+an+iri",
        "about=_:b",
        "subject=%22open",
        "subject=%3Chttp://a/a%3E+.+%3Chttp://a/b%3E+%3Chttp://a/c%3E+%3Chttp://a/d%3E",
        "about=http://a/a&subject=http://a/a",
        "about=http://a/a&about=http://a/b"
      })
  void whatCannotBeUnderstoodIs400(String parameters) throws Exception {
    assertThat(get("/history?" + parameters).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "2026.1", "x/y", "-1"})
  void aVersionThatIsNotThereIs404(String version) throws Exception {
    assertThat(get("/history/" + version).statusCode()).isEqualTo(404);
  }

  @Test
  void aFormThatThereIsNotIs406() throws Exception {
    assertThat(get("/history?format=docx").statusCode()).isEqualTo(406);
    assertThat(get("/history", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void theListHasEveryVersionTheNewestFirst() throws Exception {
    JsonObject list = json("/history");

    assertThat(list.getNumber("newest").intValue()).isEqualTo(4);
    assertThat(list.get("versions").getAsArray())
        .extracting(version -> version.getAsObject().getNumber("version").intValue())
        .containsExactly(4, 3, 2, 1);
    JsonObject third = list.get("versions").getAsArray().get(1).getAsObject();
    assertThat(third.getString("author")).isEqualTo("ann");
    assertThat(third.getNumber("added").intValue()).isZero();
    assertThat(third.getNumber("deleted").intValue()).isEqualTo(1);
    assertThat(third.getString("id")).matches("sha256:[0-9a-f]{64}");
    assertThat(list.hasKey("next")).isFalse();
  }

  @Test
  void thePagesOfTheListTogetherHaveEveryVersionOnce() throws Exception {
    List<Integer> seen = new ArrayList<>();
    String next = "/history?limit=3";
    while (!next.isEmpty()) {
      HttpResponse<String> page = get(next, "Accept", "application/json");
      JsonObject list = JSON.parse(page.body());
      list.get("versions")
          .getAsArray()
          .forEach(version -> seen.add(version.getAsObject().getNumber("version").intValue()));
      next = list.hasKey("next") ? list.getString("next") : "";
      if (!next.isEmpty()) {
        assertThat(header(page, "Link")).contains("<" + next + ">; rel=\"next\"");
      }
    }
    assertThat(seen).containsExactly(4, 3, 2, 1);
  }

  @Test
  void theListIsAlsoAPageATableAndAGraph() throws Exception {
    HttpResponse<String> page = get("/history", "Accept", "text/html");
    HttpResponse<String> csv = get("/history?format=csv");
    HttpResponse<String> turtle = get("/history", "Accept", "text/turtle");

    assertThat(page.body()).contains("<h1>Versions</h1>", "/history/3", "/diff?from=2&amp;to=3");
    assertThat(csv.body().lines()).hasSize(5);
    assertThat(csv.body()).startsWith("version,id,time,author,message,added,deleted,releases\r\n");
    assertThat(turtle.body()).contains("prov:wasRevisionOf", "https://w3id.org/dramatis/history/3");
    assertThat(get("/history", "Accept", "application/ld+json").statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasTheListIsToldSoUntilSomethingChanges() throws Exception {
    String tag = header(get("/history"), "ETag");

    assertThat(get("/history", "If-None-Match", tag).statusCode()).isEqualTo(304);
    insert("marco", "\"Marco\"");
    assertThat(get("/history", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void oneVersionStandsByItselfUnderEachOfItsNames() throws Exception {
    JsonObject third = json("/history/3");

    assertThat(third.getNumber("version").intValue()).isEqualTo(3);
    assertThat(json("/history/" + third.getString("id")).getNumber("version").intValue())
        .isEqualTo(3);
    assertThat(get("/history/3", "Accept", "text/html").body()).contains("What it changed");
  }

  @Test
  void anEntityHasTheVersionsThatSayAnythingOfIt() throws Exception {
    JsonObject luke = json(ABOUT_LUKE);

    assertThat(luke.getNumber("statements").intValue()).isEqualTo(1);
    assertThat(luke.getNumber("since").intValue()).as("it was away in between").isEqualTo(4);
    assertThat(luke.get("steps").getAsArray())
        .extracting(
            step -> step.getAsObject().getNumber("version").intValue(),
            step -> step.getAsObject().getNumber("there").intValue())
        .containsExactly(tuple(1, 1), tuple(3, 0), tuple(4, 1));
    assertThat(get(ABOUT_LUKE, "Accept", "text/html").body())
        .contains("It is there since version", "/history/4");
    assertThat(get(ABOUT_LUKE + "&format=csv").body().lines()).hasSize(4);
    assertThat(get(ABOUT_LUKE + "&format=ttl").body()).contains("#sought-added");
  }

  @Test
  void whatNobodyEverSaidHasNoHistory() throws Exception {
    JsonObject nothing = json("/history?about=http://example.org/nobody");

    assertThat(nothing.getNumber("statements").intValue()).isZero();
    assertThat(nothing.hasKey("since")).isFalse();
    assertThat(nothing.get("steps").getAsArray()).isEmpty();
  }

  @Test
  void aStatementIsFoundByItsTerms() throws Exception {
    String cassie =
        "/history?subject=%s&predicate=%s&object=%s"
            .formatted(
                encode("<http://example.org/cassie>"),
                encode("<http://example.org/name>"),
                encode("\"Cassie\""));

    assertThat(json(cassie).getNumber("since").intValue()).isEqualTo(2);
    assertThat(json(cassie + "&graph=http://example.org/g").getNumber("since").intValue())
        .isEqualTo(2);
    assertThat(json(cassie + "&graph=http://example.org/h").getNumber("statements").intValue())
        .isZero();
    assertThat(json("/history?object=" + encode("\"Luke\"@en")).getNumber("since").intValue())
        .isEqualTo(4);
    assertThat(json("/history?object=" + encode("\"Luke\"")).getNumber("statements").intValue())
        .isZero();
  }

  @Test
  void aHistoryGoesOnWithTheData() throws Exception {
    assertThat(json(ABOUT_LUKE).getNumber("statements").intValue()).isEqualTo(1);
    insert("luke", "\"Lucas\"");
    assertThat(json(ABOUT_LUKE).getNumber("statements").intValue()).isEqualTo(2);
    assertThat(json(ABOUT_LUKE).getNumber("since").intValue()).isEqualTo(4);
  }
}
