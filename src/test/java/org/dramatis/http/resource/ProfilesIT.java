package org.dramatis.http.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.model.Namespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same thing told at length, flat, or in the words of schema.org. */
final class ProfilesIT {

  private static final String FILM = "/id/film/purple-hearts";
  private static final String SCHEMA = "https://schema.org/";

  private static final Set<String> CREATIVE =
      Set.of(
          "Movie",
          "TVSeries",
          "TVSeason",
          "TVEpisode",
          "MusicRecording",
          "MusicAlbum",
          "Book",
          "Article",
          "CreativeWorkSeries");
  private static final Set<String> ON_SCREEN = Set.of("Movie", "TVSeries", "TVSeason", "TVEpisode");
  private static final Set<String> ALL = Set.of();
  private static final Set<String> AGENTS = Set.of("Person", "Organization");
  private static final Set<String> TEXT = Set.of("Text");

  /**
   * Of which types schema.org has a property, and what it expects there.
   *
   * @param domain the types, all if empty
   * @param range the types of what it leads to
   */
  private record Expected(Set<String> domain, Set<String> range) {}

  private static final Map<String, Expected> PROPERTIES =
      Map.ofEntries(
          Map.entry("name", new Expected(ALL, TEXT)),
          Map.entry("alternateName", new Expected(ALL, TEXT)),
          Map.entry("description", new Expected(ALL, TEXT)),
          Map.entry("sameAs", new Expected(ALL, Set.of("URL"))),
          Map.entry("genre", new Expected(CREATIVE, TEXT)),
          Map.entry("datePublished", new Expected(CREATIVE, TEXT)),
          Map.entry("isBasedOn", new Expected(CREATIVE, CREATIVE)),
          Map.entry("isPartOf", new Expected(CREATIVE, CREATIVE)),
          Map.entry("locationCreated", new Expected(CREATIVE, Set.of("Place"))),
          Map.entry("contributor", new Expected(CREATIVE, AGENTS)),
          Map.entry("creator", new Expected(CREATIVE, AGENTS)),
          Map.entry("author", new Expected(CREATIVE, AGENTS)),
          Map.entry("producer", new Expected(CREATIVE, AGENTS)),
          Map.entry("productionCompany", new Expected(ON_SCREEN, Set.of("Organization"))),
          Map.entry("actor", new Expected(ON_SCREEN, Set.of("Person"))),
          Map.entry("director", new Expected(ON_SCREEN, Set.of("Person"))),
          Map.entry("musicBy", new Expected(Set.of("Movie", "TVSeries", "TVEpisode"), AGENTS)),
          Map.entry("byArtist", new Expected(Set.of("MusicRecording", "MusicAlbum"), AGENTS)),
          Map.entry("inAlbum", new Expected(Set.of("MusicRecording"), Set.of("MusicAlbum"))),
          Map.entry("seasonNumber", new Expected(Set.of("TVSeason"), Set.of("Integer"))),
          Map.entry("episodeNumber", new Expected(Set.of("TVEpisode"), Set.of("Integer"))),
          Map.entry(
              "partOfSeries", new Expected(Set.of("TVSeason", "TVEpisode"), Set.of("TVSeries"))),
          Map.entry("partOfSeason", new Expected(Set.of("TVEpisode"), Set.of("TVSeason"))));

  private final TestServer server = ProjectServer.server();

  private JsonObject schema(String path) throws Exception {
    HttpResponse<String> response = server.get(path + ".jsonld?profile=schema");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith("application/ld+json");
    return JSON.parse(response.body());
  }

  private Graph turtle(String path, String profile) throws Exception {
    HttpResponse<String> response = server.get(path + ".ttl?profile=" + profile);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(response.body())).lang(Lang.TURTLE).parse(graph);
    return graph;
  }

  private static Node iri(String path) {
    return NodeFactory.createURI(Namespaces.BASE + path.substring(1));
  }

  @Test
  void aProfileThatThereIsNotIsRefused() throws Exception {
    HttpResponse<String> response = server.get(FILM + "?profile=short");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("concise, full, flat, schema");
  }

  @Test
  void eachProfileHasItsOwnTagAndAddress() throws Exception {
    HttpResponse<String> concise = server.get(FILM + ".ttl");
    HttpResponse<String> flat = server.get(FILM + ".ttl?profile=flat");
    assertThat(header(flat, "ETag")).isNotEqualTo(header(concise, "ETag"));
    assertThat(header(flat, "Content-Location")).isEqualTo(FILM + ".ttl?profile=flat");
    assertThat(server.get(FILM + ".ttl?profile=concise").body()).isEqualTo(concise.body());
  }

  @Test
  void aPageShowsTheProfileThatIsAskedForAndLeadsToTheOthers() throws Exception {
    String[] pages = new String[4];
    String[] profiles = {"concise", "full", "flat", "schema"};
    for (int i = 0; i < profiles.length; i++) {
      pages[i] = server.get(FILM + "?profile=" + profiles[i], "Accept", "text/html").body();
      assertThat(pages[i])
          .contains(
              FILM + ".html\"",
              FILM + ".html?profile=full",
              FILM + ".html?profile=schema",
              "<h1><bdi>");
    }
    assertThat(pages[0]).contains("According to");
    assertThat(pages[2])
        .doesNotContain("according to")
        .contains("wikidata.org/prop/direct/P161", "Sofia Carson", "?profile=flat");
    assertThat(pages[3])
        .doesNotContain("according to", "wikidata.org/prop/direct/P161")
        .contains("https://schema.org/actor", "Sofia Carson", "?profile=schema");
  }

  @Test
  void allThatPointsToAThingIsToldWithItsClaims() throws Exception {
    Graph full = turtle(FILM, "full");
    Graph concise = turtle(FILM, "concise");
    assertThat(full.size()).isGreaterThan(concise.size());
    concise.find().forEachRemaining(triple -> assertThat(full.contains(triple)).isTrue());
  }

  @Test
  void creditsAreEdgesAndNoClaimIsThere() throws Exception {
    Graph flat = turtle(FILM, "flat");
    assertThat(
            flat.contains(
                iri(FILM), NodeFactory.createURI(SCHEMA + "actor"), iri("/id/person/sofia-carson")))
        .isTrue();
    assertThat(flat.contains(Node.ANY, RDF.Nodes.subject, Node.ANY)).isFalse();
    assertThat(
            turtle("/id/person/sofia-carson", "flat")
                .contains(
                    iri(FILM),
                    NodeFactory.createURI(SCHEMA + "actor"),
                    iri("/id/person/sofia-carson")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/id/film/purple-hearts, Movie",
    "/id/series/cobra-kai, TVSeries",
    "/id/season/purple-hearts-2, TVSeason",
    "/id/person/sofia-carson, Person",
    "/id/track/come-back-home, MusicRecording",
    "/id/album/purple-hearts-original-soundtrack, MusicAlbum",
    "/id/organization/netflix, Organization",
  })
  void aThingInTheWordsOfSchemaOrgHasTheirStructure(String path, String type) throws Exception {
    JsonObject thing = schema(path);
    assertThat(thing.getString("@context")).isEqualTo("https://schema.org");
    assertThat(thing.getString("@id")).isEqualTo(iri(path).getURI());
    assertThat(thing.getString("@type")).isEqualTo(type);
    assertThat(thing.hasKey("name")).isTrue();
    check(thing);
  }

  private static void check(JsonObject thing) {
    String type = thing.getString("@type");
    thing.forEach((key, value) -> {
      if (key.equals("@reverse")) {
        value
            .getAsObject()
            .forEach((property, subjects) ->
                values(subjects)
                    .forEach(subject -> {
                      checkDomain(property, subject.getAsObject().getString("@type"));
                      checkRange(property, Set.of(type));
                      check(subject.getAsObject());
                    }));
      } else if (!key.startsWith("@")) {
        checkDomain(key, type);
        values(value)
            .forEach(each -> {
              checkRange(key, kinds(each));
              if (each.isObject()) {
                check(each.getAsObject());
              }
            });
      }
    });
  }

  private static Expected expected(String property) {
    return Optional.ofNullable(PROPERTIES.get(property))
        .orElseThrow(() -> new AssertionError("schema.org has no property " + property));
  }

  private static void checkDomain(String property, String type) {
    Set<String> domain = expected(property).domain();
    if (!domain.isEmpty()) {
      assertThat(domain).as(property).contains(type);
    }
  }

  private static void checkRange(String property, Set<String> kinds) {
    assertThat(expected(property).range()).as(property).containsAnyElementsOf(kinds);
  }

  private static Set<String> kinds(JsonValue value) {
    if (value.isObject()) {
      return Set.of(value.getAsObject().getString("@type"));
    }
    if (value.isNumber()) {
      return Set.of("Integer");
    }
    return value.getAsString().value().startsWith("http") ? Set.of("URL") : Set.of("Text");
  }

  private static List<JsonValue> values(JsonValue value) {
    return value.isArray() ? new ArrayList<>(value.getAsArray()) : List.of(value);
  }

  @Test
  void theFilmIsWhatEverybodyKnowsItAs() throws Exception {
    JsonObject film = schema(FILM);
    assertThat(film.getString("name")).startsWith("Purple Hearts");
    assertThat(film.get("sameAs").toString())
        .contains("https://www.imdb.com/title/tt4614584/")
        .contains("https://www.themoviedb.org/movie/762975");
    assertThat(film.get("actor").toString()).contains("/id/person/sofia-carson", "Sofia Carson");
  }

  @Test
  void theDescriptionOfTheDataIsWhereEverySitePutsIt() throws Exception {
    HttpResponse<String> response = server.get("/.well-known/void", "Accept", "text/turtle");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("void:sparqlEndpoint").contains("/sparql>");
  }
}
