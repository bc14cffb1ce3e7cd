package org.dramatis.http.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities are found by the identifiers of other catalogues at {@code /lookup}. */
final class LookupEndpointIT {

  private static final String BASE = "https://w3id.org/dramatis/";
  private static final String FILM = BASE + "id/film/purple-hearts";

  private static HttpResponse<String> get(String address, String... headers) throws Exception {
    return ProjectServer.server().get(address, headers);
  }

  private static JsonObject json(String address) throws Exception {
    HttpResponse<String> response = get(address, "Accept", "application/json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.parse(response.body());
  }

  private static JsonObject object(JsonValue value) {
    return value.getAsObject();
  }

  private static List<String> statuses(JsonObject answer) {
    return answer.get("results").getAsArray().stream()
        .map(result -> object(result).getString("status"))
        .toList();
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return ProjectServer.server().post("/lookup", "application/json", body);
  }

  @Nested
  final class Refusing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/lookup",
          "/lookup?imdb=",
          "/lookup?imdb=4614584",
          "/lookup?imbd=tt4614584",
          "/lookup?isni=0000000121464380",
          "/lookup?imdb=tt4614584&wikidata=Q1",
          "/lookup?imdb=tt4614584&imdb=tt4614585",
          "/lookup?scheme=imdb",
          "/lookup?iri=https://example.org/",
        })
    void whatCannotBeUnderstoodIsRefused(String address) throws Exception {
      HttpResponse<String> response = get(address, "Accept", "application/json");
      assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
      assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aMistypedKeyIsGuessed() throws Exception {
      assertThat(get("/lookup?imbd=tt4614584").body()).contains("did you mean 'imdb'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"ids\": 1}", "{\"ids\": [1]}", "{\"ids\": [", "x"})
    void aBodyThatIsNoListOfIdentifiersIsRefused(String body) throws Exception {
      HttpResponse<String> response = post(body);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
      HttpResponse<String> response =
          ProjectServer.server().post("/lookup", "text/plain", "imdb:tt4614584");
      assertThat(response.statusCode()).isEqualTo(415);
    }

    @Test
    void moreThanAThousandAreRefused() throws Exception {
      String ids =
          IntStream.range(0, 1001).mapToObj(_ -> "\"isrc:x\"").collect(Collectors.joining(","));
      HttpResponse<String> response = post("{\"ids\": [%s]}".formatted(ids));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("1,000");
    }
  }

  @Nested
  final class Finding {

    @ParameterizedTest
    @CsvSource({
      "imdb=tt4614584, film/purple-hearts",
      "imdb=TT4614584, film/purple-hearts",
      "imdb=https://www.imdb.com/title/tt4614584/, film/purple-hearts",
      "url=https://www.imdb.com/title/tt4614584/, film/purple-hearts",
      "scheme=imdb&id=tt4614584, film/purple-hearts",
      "tmdb.movie=762975, film/purple-hearts",
      "wikipedia.en=Purple_Hearts_(2022_film), film/purple-hearts",
      "wikidata=Q907311, organization/netflix",
      "imdb=nm0548407, person/mary-jo-markey",
      "tmdb.person=15350, person/mary-jo-markey",
      "trakt.person=12216, person/mary-jo-markey",
      "eiga.person=296565, person/nicholas-galitzine",
      "spotify.artist=7bp2lSdh12wcA8LyB1srfJ, person/sofia-carson",
      "iri=https://w3id.org/dramatis/id/film/purple-hearts, film/purple-hearts",
    })
    void anEntityIsFound(String parameter, String entity) throws Exception {
      JsonObject answer = json("/lookup?" + parameter);
      assertThat(answer.getString("status")).isEqualTo("found");
      assertThat(answer.get("entities").getAsArray()).hasSize(1);
      assertThat(object(answer.get("entities").getAsArray().get(0)).getString("iri"))
          .isEqualTo(BASE + "id/" + entity);
    }

    @Test
    void allIdentifiersAreToldWithWhoSaysSoAndHowSure() throws Exception {
      JsonObject film = object(json("/lookup?imdb=tt4614584").get("entities").getAsArray().get(0));
      assertThat(film.getString("label")).contains("Purple Hearts");
      assertThat(film.get("types").toString()).contains("ns#Film");
      List<JsonObject> identifiers =
          film.get("identifiers").getAsArray().stream()
              .map(identifier -> object(identifier))
              .toList();
      assertThat(identifiers)
          .extracting(identifier -> identifier.getString("scheme"))
          .containsExactly("imdb", "tmdb.movie", "wikipedia.en");
      JsonObject imdb = identifiers.getFirst();
      assertThat(imdb.getString("page")).isEqualTo("https://www.imdb.com/title/tt4614584/");
      JsonObject claim = object(imdb.get("claims").getAsArray().get(0));
      assertThat(claim.getString("source")).isEqualTo(BASE + "source/public-record");
      assertThat(claim.getString("modality")).startsWith(BASE + "modality/");
    }

    @Test
    void whatNobodyHasIsNotFound() throws Exception {
      assertThat(get("/lookup?imdb=tt0000001").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
      HttpResponse<String> first = get("/lookup?imdb=tt4614584");
      assertThat(header(first, "Dramatis-Version")).isNotEmpty();
      HttpResponse<String> again =
          get("/lookup?imdb=tt4614584", "If-None-Match", header(first, "ETag"));
      assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void aBrowserGetsAPageWithAForm() throws Exception {
      assertThat(get("/lookup", "Accept", "text/html").body())
          .contains("<form")
          .contains("tmdb.movie");
      assertThat(get("/lookup?imdb=tt4614584", "Accept", "text/html").body())
          .contains("https://www.imdb.com/title/tt4614584/")
          .contains("/source/public-record", ">Public record</bdi></a>", ">film</bdi></a>")
          .doesNotContain("d:Film", "certainty:");
    }

    @Test
    void manyAreAnsweredInTheirOrderAndWrongOnesDoNotStopTheRest() throws Exception {
      HttpResponse<String> response =
          post(
              """
              {"ids": [{"scheme": "imdb", "id": "tt4614584"}, "imbd:tt1", "isrc:US",
                       "iswc:T0345246802", "wikidata:Q907311", "imdb:tt0000001"]}
              """);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      JsonObject answer = JSON.parse(response.body());
      assertThat(statuses(answer))
          .containsExactly("found", "unknown-scheme", "malformed", "malformed", "found", "nothing");
      assertThat(object(answer.get("results").getAsArray().get(3)).getString("detail"))
          .contains("T0345246802")
          .contains("does not follow");
    }

    @Test
    void aThousandAreAnsweredAtOnce() throws Exception {
      String ids =
          IntStream.range(0, 1000)
              .mapToObj(i -> i % 2 == 0 ? "\"imdb:tt4614584\"" : "\"tmdb.movie:762975\"")
              .collect(Collectors.joining(","));
      HttpResponse<String> response = post("{\"ids\": [%s]}".formatted(ids));
      assertThat(statuses(JSON.parse(response.body()))).hasSize(1000).containsOnly("found");
    }
  }

  @Nested
  final class Inverse {

    @Test
    void anEntityHasItsIdentifiersAtItsAddress() throws Exception {
      JsonObject answer = json("/id/film/purple-hearts/ids");
      assertThat(answer.getString("iri")).isEqualTo(FILM);
      assertThat(answer.get("identifiers").getAsArray()).hasSize(3);
      assertThat(get("/id/film/purple-hearts/ids", "Accept", "text/html").body())
          .contains("Identifiers of");
    }

    @Test
    void whatIsNotThereHasNone() throws Exception {
      assertThat(get("/id/film/nowhere/ids").statusCode()).isEqualTo(404);
    }
  }

  @Nested
  final class Changing extends WithWritableServer {

    private void insert(String turtle) throws Exception {
      String update =
          """
          PREFIX d: <https://w3id.org/dramatis/ns#>
          PREFIX certainty: <https://w3id.org/dramatis/certainty/>
          PREFIX person: <https://w3id.org/dramatis/id/person/>
          PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          INSERT DATA {
            GRAPH <http://example.org/g> {
              d:imdbName d:schemeKey "imdb" ; d:pattern "nm[0-9]{7,8}" ; rdfs:label "IMDb name"@en .
              %s
            }
          }
          """
              .formatted(turtle);
      HttpResponse<String> response = server.update(update);
      assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    }

    private void identity(String... fields) throws Exception {
      StringBuilder form = new StringBuilder();
      for (int i = 0; i < fields.length; i += 2) {
        form.append(i > 0 ? "&" : "").append(fields[i]).append("=").append(encode(fields[i + 1]));
      }
      HttpResponse<String> response =
          server.with(
              WritableServer.WRITER,
              "POST",
              "/identity",
              form.toString(),
              "Content-Type",
              "application/x-www-form-urlencoded");
      assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    }

    private JsonObject lookup(String parameters) throws Exception {
      HttpResponse<String> response = server.get("/lookup?" + parameters);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return JSON.parse(response.body());
    }

    @Test
    void twoEntitiesWithOneIdentifierAreBothShown() throws Exception {
      insert("person:ann d:imdbName \"nm0000001\" . person:bob d:imdbName \"nm0000001\" .");
      JsonObject answer = lookup("imdb=nm0000001");
      assertThat(answer.getString("status")).isEqualTo("ambiguous");
      assertThat(answer.get("entities").getAsArray()).hasSize(2);
      assertThat(answer.get("conflicts").toString()).contains("2 entities");
    }

    @Test
    void twoIdentifiersOfOneSchemeAreShownAsAConflict() throws Exception {
      insert(
          """
          person:ann d:imdbName "nm0000001", "nm0000002" .
          <https://w3id.org/dramatis/claim/g/1> d:certainty certainty:disputed ;
            rdf:reifies <<( person:ann d:imdbName "nm0000002" )>> .
          """);
      JsonObject answer = lookup("imdb=nm0000001");
      assertThat(answer.getString("status")).isEqualTo("found");
      assertThat(answer.get("conflicts").toString()).contains("nm0000001, nm0000002");
      assertThat(answer.get("entities").toString()).contains("certainty/disputed");
    }

    @Test
    void aChangeIsSeenAtOnceAndAnOldVersionAnswersAsItDid() throws Exception {
      insert("person:ann d:imdbName \"nm0000001\" .");
      insert("person:bob d:imdbName \"nm0000002\" .");
      assertThat(lookup("imdb=nm0000002").toString()).contains("person/bob");
      assertThat(server.get("/lookup?version=1&imdb=nm0000002").statusCode()).isEqualTo(404);
      assertThat(lookup("version=1&imdb=nm0000001").toString()).contains("person/ann");
    }

    @Test
    void mergedEntitiesAreFoundUnderTheirSuccessor() throws Exception {
      insert("person:ann d:imdbName \"nm0000001\" . person:anna rdfs:label \"Anna\"@en .");
      identity("merge", "person:ann", "into", "person:anna", "reason", "The same woman");
      assertThat(lookup("imdb=nm0000001").toString()).contains("person/anna");
      JsonObject moved = lookup("iri=" + encode(BASE + "id/person/ann"));
      assertThat(moved.getString("status")).isEqualTo("moved");
      assertThat(moved.get("entities").toString()).contains("person/anna", "nm0000001");
      HttpResponse<String> inverse = server.get("/id/person/ann/ids");
      assertThat(inverse.statusCode()).isIn(200, 301);
      assertThat(inverse.headers().firstValue("Location")).hasValue("/id/person/anna/ids");
    }

    @Test
    void retiredEntitiesAreSaidToBeGone() throws Exception {
      insert("person:ann d:imdbName \"nm0000001\" .");
      identity("retire", "person:ann", "reason", "Never was");
      assertThat(server.get("/lookup?iri=" + encode(BASE + "id/person/ann")).statusCode())
          .isEqualTo(410);
      assertThat(server.get("/id/person/ann/ids").statusCode()).isEqualTo(410);
      assertThat(server.get("/lookup?imdb=nm0000001").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatIsAskedIsEncodedAsUsual() throws Exception {
    assertThat(json("/lookup?imdb=" + encode("https://www.imdb.com/title/tt4614584/?x=1&y=2")))
        .isNotNull();
  }
}
