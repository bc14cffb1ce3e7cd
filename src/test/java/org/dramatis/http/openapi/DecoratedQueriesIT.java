package org.dramatis.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.dramatis.http.TestServer;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the head of a query file says is what programs are told of it. */
class DecoratedQueriesIT {

  private static final String SONGS =
      """
      #+ summary: The songs of somebody
      #+ description: All of them, by name.
      #+ tags:
      #+   - singing
      #+   - <b>bold</b>
      #+ defaults:
      #+   - least: 2
      #+   - loud: true
      #+ enumerate:
      #+   - kind: [ballad, march]
      #+ pagination: 25
      SELECT ?song WHERE {
        ?_singer_iri <http://example.org/sings> ?song .
        FILTER (STRLEN(?song) > ?_least_integer && ?_loud_boolean)
        FILTER (?_kind != "x")
        FILTER (?_since_date < ?_until_date || ?_share_decimal > 0)
        FILTER (?__title_en != "y")
      }
      ORDER BY ?song
      """;

  private static final String OFFERED =
      """
      #+ summary: The songs of somebody who sings
      #+ description: All of them, by name.
      #+ enumerate:
      #+   - singer
      SELECT ?song WHERE { ?_singer_iri <http://example.org/sings> ?song } ORDER BY ?song
      """;

  private static final String POSTED =
      """
      #+ summary: Whether somebody sings
      #+ description: True or false.
      #+ method: POST
      ASK { ?_singer_iri <http://example.org/sings> ?song }
      """;

  @TempDir private Path folder;

  @FunctionalInterface
  private interface Look {
    void at(JsonObject document, TestServer server) throws IOException, InterruptedException;
  }

  private void look(Look look) throws IOException, InterruptedException {
    Path topic = Files.createDirectories(folder.resolve("queries/music"));
    Files.writeString(topic.resolve("songs-of.rq"), SONGS);
    Files.writeString(topic.resolve("of-singers.rq"), OFFERED);
    Files.writeString(topic.resolve("sings.rq"), POSTED);
    try (TestServer server =
        TestServer.start(
            Graphs.history(
                """
                :film { person:ann :sings "a song" . person:bob :sings "another" . }
                """),
            TestServer.read(folder.resolve("queries")))) {
      look.at(JSON.parse(server.get("/openapi.json").body()), server);
    }
  }

  private static JsonObject operation(JsonObject document, String path, String method) {
    return document.getObj("paths").getObj(path).getObj(method);
  }

  private static JsonObject field(JsonObject operation, String name) {
    return operation
        .getArray("parameters")
        .map(JsonValue::getAsObject)
        .filter(field -> field.hasKey("name") && field.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertField(
      JsonObject operation, String name, boolean required, String schema) {
    JsonObject field = field(operation, name);
    assertThat(field.getBoolean("required")).as(name).isEqualTo(required);
    assertThat(field.get("schema")).as(name).isEqualTo(JSON.parse(schema));
  }

  @Test
  void summaryDescriptionAndTagsAreThoseOfTheOperation() throws IOException, InterruptedException {
    look((document, _) -> {
      JsonObject songs = operation(document, "/queries/music/songs-of", "get");
      assertThat(songs.getString("operationId")).isEqualTo("music__songs_of");
      assertThat(songs.getString("summary")).isEqualTo("The songs of somebody");
      assertThat(songs.getString("description")).isEqualTo("All of them, by name.");
      assertThat(songs.getArray("tags").map(tag -> tag.getAsString().value()))
          .containsExactly("music", "singing", "<b>bold</b>");
    });
  }

  @Test
  void typesDefaultsAndChoicesAreThoseOfTheParameters() throws IOException, InterruptedException {
    look((document, _) -> {
      JsonObject songs = operation(document, "/queries/music/songs-of", "get");
      assertField(
          operation(document, "/queries/music/of-singers", "get"),
          "singer",
          true,
          """
          {"type": "string", "format": "iri", "examples":
            ["https://w3id.org/dramatis/id/person/ann", "https://w3id.org/dramatis/id/person/bob"]}
          """);
      assertField(songs, "kind", true, "{\"type\": \"string\", \"enum\": [\"ballad\", \"march\"]}");
      assertField(songs, "least", false, "{\"type\": \"integer\", \"default\": 2}");
      assertField(songs, "loud", false, "{\"type\": \"boolean\", \"default\": true}");
      assertField(songs, "since", true, "{\"type\": \"string\", \"format\": \"date\"}");
      assertField(songs, "share", true, "{\"type\": \"number\"}");
      assertField(songs, "title", false, "{\"type\": \"string\"}");
    });
  }

  @Test
  void pagesAreAsLongAsTheFileSays() throws IOException, InterruptedException {
    look((document, _) -> {
      JsonObject songs = operation(document, "/queries/music/songs-of", "get");
      assertThat(field(songs, "page-size").getObj("schema").get("default").getAsNumber().value())
          .hasToString("25");
    });
  }

  @Test
  void whatIsOnlyPostedTakesAFormAndIsAnswered() throws IOException, InterruptedException {
    look((document, server) -> {
      assertThat(document.getObj("paths").getObj("/queries/music/sings").keys())
          .containsExactly("post");
      Described posted =
          Described.all(document)
              .filter(operation -> operation.id().equals("music__sings"))
              .findFirst()
              .orElseThrow();
      Described.Example example = posted.examples().getFirst();
      Described.Body body = example.body().orElseThrow();
      assertThat(body.mediaType()).isEqualTo("application/x-www-form-urlencoded");
      HttpResponse<String> response = server.post(example.address(), body.mediaType(), body.text());
      assertThat(response.statusCode()).isEqualTo(200);
      posted.validate(200, "application/sparql-results+json", response.body());
    });
  }
}
