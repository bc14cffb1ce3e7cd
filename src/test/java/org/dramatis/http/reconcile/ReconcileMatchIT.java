package org.dramatis.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;
import static org.dramatis.http.reconcile.ReconcileClient.RESULTS;
import static org.dramatis.http.reconcile.ReconcileClient.candidates;
import static org.dramatis.http.reconcile.ReconcileClient.drafted;
import static org.dramatis.http.reconcile.ReconcileClient.get;
import static org.dramatis.http.reconcile.ReconcileClient.good;
import static org.dramatis.http.reconcile.ReconcileClient.objects;
import static org.dramatis.http.reconcile.ReconcileClient.postForm;
import static org.dramatis.http.reconcile.ReconcileClient.postJson;
import static org.dramatis.http.reconcile.ReconcileClient.texts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and other values are held against the entities of the data. */
final class ReconcileMatchIT {

  private static final String ID = "https://w3id.org/dramatis/id/";
  private static final String FILM = ID + "film/purple-hearts";
  private static final String SOFIA = ID + "person/sofia-carson";

  private static double score(JsonObject candidate) {
    return candidate.getNumber("score").doubleValue();
  }

  private static List<String> features(JsonObject candidate) {
    return texts(objects(candidate, "features"), "name");
  }

  @Nested
  final class Empty {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"query\":\"\"}",
          "{\"query\":\"  \"}",
          "{\"query\":\"?!\"}",
          "{\"query\":\"Zwiebelfisch\"}",
          "{\"query\":\"Zwiebelfisch\",\"properties\":[{\"pid\":\"imdbTitle\",\"v\":[]}]}",
          "{\"properties\":[{\"pid\":\"year\",\"v\":2022}]}"
        })
    void whereNothingFitsThereIsNoCandidate(String query) throws Exception {
      assertThat(candidates(query)).isEmpty();
    }

    @Test
    void noQueriesHaveNoAnswers() throws Exception {
      assertThat(good(postForm("queries", "{}"), Protocol.V0_2, RESULTS).keySet()).isEmpty();
      assertThat(
              objects(
                  good(postJson("/match", "{\"queries\":[]}"), Protocol.V1_0, RESULTS), "results"))
          .isEmpty();
    }
  }

  @Nested
  final class Certain {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'query':'Sofia Carson','type':'Person'} | person/sofia-carson",
          "{'query':'CARSON, Sofía','type':'d:Agent'} | person/sofia-carson",
          "{'query':'Purple Hearts','type':'Film'} | film/purple-hearts",
          "{'query':'Purple Hearts','type':['Film','Place']} | film/purple-hearts",
          "{'query':'Purple Hearts','type':['Film','Work'],'type_strict':'all'} | film/purple-hearts",
          "{'query':'Purple Hearts','type':'Film','type_strict':'should'} | film/purple-hearts",
          "{'query':'Purple Hearts','type':'Work','properties':[{'pid':'imdbTitle','v':'tt4614584'}]} | film/purple-hearts",
          "{'properties':[{'pid':'identifier','v':'tt4614584'}]} | film/purple-hearts",
          "{'properties':[{'pid':'identifier','v':'https://www.imdb.com/title/tt4614584/'}]} | film/purple-hearts",
          "{'query':'Purple Hearts','properties':[{'pid':'imdbTitle','v':'https://www.imdb.com/title/tt4614584/'}]} | film/purple-hearts",
          "{'query':'Purple Hearts','properties':[{'pid':'tmdbMovie','v':762975}]} | film/purple-hearts",
          "{'properties':[{'pid':'IMDb title','v':['tt9','tt4614584']}]} | film/purple-hearts",
          "{'query':'https://w3id.org/dramatis/id/film/purple-hearts'} | film/purple-hearts",
          "{'query':'Sofia Carson','properties':[{'pid':'plays character','v':'Cassie'}]} | person/sofia-carson",
          "{'query':'Sofia Carson','properties':[{'pid':'plays-character','v':{'id':'https://w3id.org/dramatis/id/character/cassie'}}]} | person/sofia-carson",
          "{'query':'Purple Hearts Season 2','properties':[{'pid':'in series','v':'Purple Hearts'},{'pid':'season','v':2}]} | season/purple-hearts-2",
        })
    void whatIsMetExactlyIsTaken(String query, String path) throws Exception {
      JsonObject best = candidates(query.replace('\'', '"')).getFirst();
      assertThat(best.getString("id")).isEqualTo(ID + path);
      assertThat(best.getBoolean("match")).as(best.toString()).isTrue();
      assertThat(score(best)).isGreaterThanOrEqualTo(95);
    }

    @Test
    void everythingExactIsAHundred() throws Exception {
      assertThat(score(candidates("{\"query\":\"Sofia Carson\"}").getFirst())).isEqualTo(100);
    }
  }

  @Nested
  final class Doubtful {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'query':'Sofia Carson'}",
          "{'query':'Purple Hearts'}",
          "{'query':'Purple Hearts','type':'Work'}",
          "{'query':'Sofia Carsen','type':'Person'}",
          "{'query':'Sofia','type':'Person'}",
          "{'query':'Purple Hearts','type':'Film','properties':[{'pid':'year','v':1984}]}",
          "{'query':'Purple Hearts','type':'Film','properties':[{'pid':'year','v':2023}]}",
          "{'query':'Purple Hearts','type':'Film','properties':[{'pid':'imdbTitle','v':'tt0087950'}]}",
          "{'query':'Cobra Kai','properties':[{'pid':'imdbTitle','v':'tt4614584'}]}",
          "{'properties':[{'pid':'plays-character','v':'Cassie'}]}",
          "{'query':'Purple Hearts','type':'Series','type_strict':'should','properties':[{'pid':'year','v':2022}]}"
        })
    void whatIsNotSureIsLeftToAPerson(String query) throws Exception {
      List<JsonObject> found = candidates(query.replace('\'', '"'));
      assertThat(found).isNotEmpty();
      assertThat(found).noneMatch(candidate -> candidate.getBoolean("match"));
    }
  }

  @Nested
  final class Scores {

    @Test
    void theYearTellsWorksOfOneNameApart() throws Exception {
      List<JsonObject> found =
          candidates(
              "{\"query\":\"Purple Hearts\",\"properties\":[{\"pid\":\"year\",\"v\":\"2022\"}]}");
      assertThat(found.getFirst().getString("id")).isEqualTo(FILM);
      assertThat(score(found.getFirst())).isEqualTo(100);
      assertThat(score(found.get(1))).isLessThan(95);
      assertThat(found.getFirst().getBoolean("match")).isTrue();
    }

    @Test
    void theyFallFromTheFirstToTheLast() throws Exception {
      List<JsonObject> found = candidates("{\"query\":\"Purple Harts\",\"limit\":100}");
      assertThat(found.stream().map(ReconcileMatchIT::score).toList())
          .isSortedAccordingTo((one, other) -> Double.compare(other, one))
          .allMatch(score -> score > 0 && score <= 100);
    }

    @Test
    void eachIsExplainedByItsFeatures() throws Exception {
      JsonObject best =
          candidates(
                  "{\"query\":\"Purple Harts\",\"type\":\"Film\",\"properties\":["
                      + "{\"pid\":\"year\",\"v\":2023},{\"pid\":\"imdbTitle\",\"v\":\"tt4614584\"}]}")
              .getFirst();
      assertThat(features(best))
          .containsExactly(
              "name: one letter differs, “Purple Hearts”",
              "type: as asked for",
              "year: 2022, for 2023",
              "IMDb title: as asked for");
      double sum = 0;
      double[] weights = {2, 0, 1, 4};
      List<JsonObject> features = objects(best, "features");
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * features.get(i).getNumber("value").doubleValue();
      }
      assertThat(score(best)).isEqualTo(Math.round(sum / 7 * 100) / 100.0);
    }

    @Test
    void onlySoManyAreSentAsAreWanted() throws Exception {
      assertThat(candidates("{\"query\":\"Purple Hearts\",\"limit\":2}")).hasSize(2);
    }
  }

  @Nested
  final class InTheDraft {

    @Test
    void aNameAndATypeAreEnough() throws Exception {
      JsonObject best =
          drafted(
                  "{\"type\":\"Film\",\"limit\":3,\"conditions\":[{\"matchType\":\"name\","
                      + "\"propertyValue\":\"Purple Hearts\"}]}")
              .getFirst();
      assertThat(best.getString("id")).isEqualTo(FILM);
      assertThat(best.getBoolean("match")).isTrue();
      assertThat(texts(objects(best, "type"), "id")).containsExactly("Film");
    }

    @Test
    void anIdIsFound() throws Exception {
      JsonObject best =
          drafted("{\"conditions\":[{\"matchType\":\"id\",\"propertyValue\":\"" + SOFIA + "\"}]}")
              .getFirst();
      assertThat(best.getString("name")).isEqualTo("Sofia Carson");
      assertThat(best.getBoolean("match")).isTrue();
    }

    @Test
    void whatIsRequiredIsThere() throws Exception {
      String query =
          "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Purple Hearts\"},"
              + "{\"matchType\":\"property\",\"propertyId\":\"year\",\"propertyValue\":2022,"
              + "\"required\":%s,\"matchQuantifier\":\"%s\"}]}";
      assertThat(texts(drafted(query.formatted("true", "any")), "id")).contains(FILM);
      assertThat(drafted(query.formatted("true", "any")))
          .hasSizeLessThan(drafted(query.formatted("false", "any")).size());
      assertThat(texts(drafted(query.formatted("true", "none")), "id")).doesNotContain(FILM);
    }

    @Test
    void allOfSeveralValuesCanBeWanted() throws Exception {
      String query =
          "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Sofia Carson\"},"
              + "{\"matchType\":\"property\",\"propertyId\":\"plays-character\",\"propertyValue\":"
              + "[\"Cassie\",\"Luke\"],\"matchQuantifier\":\"%s\"}]}";
      assertThat(score(drafted(query.formatted("any")).getFirst())).isEqualTo(100);
      assertThat(score(drafted(query.formatted("all")).getFirst())).isLessThan(70);
    }
  }

  @Nested
  final class Transport {

    @Test
    void allWaysToAskHaveTheSameAnswer() throws Exception {
      String batch = "{\"q0\":{\"query\":\"Sofia Carson\",\"limit\":1}}";
      String posted = postForm("queries", batch).body();
      assertThat(get("?queries=" + encode(batch)).body()).isEqualTo(posted);
      assertThat(get("/0.2?queries=" + encode(batch)).body()).isEqualTo(posted);
      String draft =
          "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Luke\"}]}]}";
      assertThat(postJson("", draft).body()).isEqualTo(postJson("/1.0-draft/match", draft).body());
      assertThat(postJson("/match", draft).body())
          .isEqualTo(postJson("/1.0-draft/match", draft).body());
    }

    @Test
    void aPageFromAnywhereMayAsk() throws Exception {
      var preflight = ProjectServer.server().method("OPTIONS", "/reconcile/match");
      assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST");
      assertThat(header(preflight, "Accept-Post")).contains("application/json");
    }

    @Test
    void theAnswerIsNotSentAgain() throws Exception {
      String address = "/suggest/entity?prefix=sofia";
      String tag = header(get(address), "ETag");
      assertThat(tag).isNotEmpty();
      assertThat(get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void aThousandQueriesAreAnsweredInOneRequest() throws Exception {
      String batch =
          IntStream.range(0, 1000)
              .mapToObj(i -> "\"q%d\":{\"query\":\"Sofia Carson %d\",\"limit\":1}".formatted(i, i))
              .collect(Collectors.joining(",", "{", "}"));
      JsonObject answer = good(postForm("queries", batch), Protocol.V0_2, RESULTS);
      assertThat(answer.keySet()).hasSize(1000);
      assertThat(objects(answer.getObj("q999"), "result").getFirst().getString("id"))
          .isEqualTo(SOFIA);
    }
  }

  @Nested
  final class Following extends WithWritableServer {

    @Test
    void whatWasWrittenIsFoundInTheNextAnswer() throws Exception {
      server.update(
          """
          PREFIX d: <https://w3id.org/dramatis/ns#>
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          INSERT DATA { GRAPH <https://example.org/g> {
            <https://example.org/pilot> a d:Episode ; rdfs:label "Pilot" ; d:partOf <https://example.org/s1> .
            <https://example.org/other> a d:Episode ; rdfs:label "Pilot" ; d:partOf <https://example.org/t1> .
            <https://example.org/s1> a d:Season ; d:seasonNumber 1 ; d:partOf <https://example.org/s> .
            <https://example.org/t1> a d:Season ; d:seasonNumber 1 ; d:partOf <https://example.org/t> .
            <https://example.org/s> a d:Series ; rdfs:label "The Harbour" .
            <https://example.org/t> a d:Series ; rdfs:label "Winter Light" .
          } }
          """);
      String batch =
          "{\"q0\":{\"query\":\"Pilot\",\"properties\":[{\"pid\":\"in series\",\"v\":\"The"
              + " Harbour\"},{\"pid\":\"season\",\"v\":1}]}}";
      JsonObject answer =
          good(server.get("/reconcile?queries=" + encode(batch)), Protocol.V0_2, RESULTS);
      List<JsonObject> found = objects(answer.getObj("q0"), "result");
      assertThat(texts(found, "id"))
          .containsExactly("https://example.org/pilot", "https://example.org/other");
      assertThat(found.getFirst().getBoolean("match")).isTrue();
    }

    @Test
    void anIdentifierThatWasMergedLeadsToWhatTookItsPlace() throws Exception {
      String base = "https://w3id.org/dramatis/id/";
      server.update(
          """
          PREFIX d: <https://w3id.org/dramatis/ns#>
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          INSERT DATA { GRAPH <https://example.org/g> {
            <%1$sseries/old> a d:Series ; rdfs:label "The Harbor" .
            <%1$sseries/new> a d:Series ; rdfs:label "The Harbour" .
            <%1$scredit/one> d:work <%1$sseries/new> ; d:agent <%1$sperson/ann> .
            <%1$sepisode/pilot> a d:Episode ; rdfs:label "Pilot" ; d:partOf <%1$sseries/new> .
          } }
          """
              .formatted(base));
      assertThat(
              server
                  .with(
                      WritableServer.WRITER,
                      "POST",
                      "/identity",
                      "merge=series:old&into=series:new&reason=Twice",
                      "Content-Type",
                      "application/x-www-form-urlencoded")
                  .statusCode())
          .isEqualTo(204);
      String old = base + "series/old";
      String batch =
          ("{\"byIri\":{\"query\":\"%1$s\"},\"within\":{\"query\":\"Pilot\","
                  + "\"properties\":[{\"pid\":\"in-series\",\"v\":{\"id\":\"%1$s\"}}]}}")
              .formatted(old);

      JsonObject answer =
          good(server.get("/reconcile?queries=" + encode(batch)), Protocol.V0_2, RESULTS);
      assertThat(texts(objects(answer.getObj("byIri"), "result"), "id"))
          .containsExactly(base + "series/new");
      JsonObject within = objects(answer.getObj("within"), "result").getFirst();
      assertThat(within.getBoolean("match")).isTrue();

      String extend = "{\"ids\":[\"%s\"],\"properties\":[{\"id\":\"credits\"}]}".formatted(old);
      assertThat(server.get("/reconcile?extend=" + encode(extend)).body()).contains("person/ann");
      assertThat(server.get("/reconcile/preview?id=" + encode(old)).body()).contains("The Harbour");
    }
  }
}
