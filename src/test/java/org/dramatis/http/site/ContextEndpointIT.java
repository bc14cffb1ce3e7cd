package org.dramatis.http.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The context of JSON-LD at its address, and in the answers that use it. */
class ContextEndpointIT {

  private static final Pattern KEY = Pattern.compile("\"([^\"]*)\" *:");
  private static final TestServer SERVER = ProjectServer.server();

  private static Graph read(String text, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, lang).parse(graph);
    return graph;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/context", "/context/", "/context/v2.jsonld", "/context/v1"})
  void whatIsNoContextIsNotFoundAndSaysWhereOneIs(String path) throws Exception {
    HttpResponse<String> response = SERVER.get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("/context/v1.jsonld");
  }

  @Test
  void itMayBeKeptForEverAndByEverybody() throws Exception {
    HttpResponse<String> response = SERVER.get("/context/v1.jsonld");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith("application/ld+json");
    assertThat(header(response, "Cache-Control")).contains("immutable", "max-age=31536000");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    HttpResponse<String> head = SERVER.head("/context/v1.jsonld");
    assertThat(header(head, "Content-Length")).isEqualTo(header(response, "Content-Length"));
    assertThat(SERVER.method("DELETE", "/context/v1.jsonld").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/film/purple-hearts",
        "/id/film/purple-hearts?profile=full",
        "/id/film/purple-hearts?profile=flat",
        "/id/person/sofia-carson",
        "/source/purple-hearts-season-2",
        "/role/actor",
        "/ns"
      })
  void answersHaveWordsAndSayTheSameAsTurtle(String path) throws Exception {
    String json = SERVER.get(path, "Accept", "application/ld+json").body();
    String turtle = SERVER.get(path, "Accept", "text/turtle;version=1.1").body();
    assertThat(read(json, Lang.JSONLD11).isIsomorphicWith(read(turtle, Lang.TURTLE)))
        .as(json)
        .isTrue();
    List<String> keys = KEY.matcher(json).results().map((MatchResult key) -> key.group(1)).toList();
    assertThat(keys).contains("label", "type").noneMatch(key -> key.contains("://"));
  }
}
