package org.dramatis.http.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.sparql;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a query is computed, and why it has no answer. */
class InsightsIT {

  private static final String DATA =
      """
      GRAPH :one {
        :a1 :in :w1 ; :as "x" . :a2 :in :w1 ; :as "y" . :a3 :in :w2 ; :as "z" .
        :w1 a :Film . :w2 a :Film . :w3 a :Song ; :title "t" .
      }
      """;

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = TestServer.start(folder, DATA, Duration.ofSeconds(20));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String ask(String query, String options) throws Exception {
    HttpResponse<String> response = server.get(sparql(query) + options);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.headers().firstValue("Dramatis-Version")).hasValue("1");
    return response.body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * { ?a :in ?w . ?w a :Film }          | 3 rows: sequence(pattern 2/1 pattern 3/1)
          SELECT * { ?a :in ?w FILTER(?a != :a1) }     | 2 rows: filter 2/1(pattern 3/1)
          SELECT ?a { ?a :in ?w } ORDER BY ?a LIMIT 2  | 2 rows: project 2/1(first 2/1(pattern 3/1))
          SELECT * { { ?a :in ?w } UNION { ?a :as ?w } } | 6 rows: union 6/1(pattern 3/1 pattern 3/1)
          SELECT * { ?w a :Film OPTIONAL { ?a :in ?w } } | 3 rows: optional 3/1(pattern 2/1 pattern 3/2)
          SELECT (COUNT(*) AS ?n) { ?a :in ?w }        | 1 rows: project 1/1(extend 1/1(group 1/1(pattern 3/1)))
          SELECT * { GRAPH :one { ?a :in ?w } }        | 3 rows: graph 3/1(pattern 3/1)
          CONSTRUCT { ?w :has ?a } WHERE { ?a :in ?w } | 3 rows: pattern 3/1
          ASK { ?a :in :w2 }                           | 1 rows: pattern 1/1
          DESCRIBE ?w WHERE { ?w a :Song }             | 2 rows: project 1/1(pattern 1/1)
          """)
  void aPlanCountsTheRowsAndRunsOfEveryOperator(String query, String expected) throws Exception {
    JsonObject plan = JSON.parse(ask(query, "&explain=true"));

    String steps = shape(plan, "steps");
    String got = "%s rows: %s".formatted(plan.get("rows"), steps);
    assertThat(got.replaceFirst("sequence [0-9/]+", "sequence")).isEqualTo(expected);
    assertThat(plan.getString("estimates")).contains("counted");
  }

  private static String shape(JsonObject node, String key) {
    if (!node.hasKey(key)) {
      return "";
    }
    List<String> parts =
        node.getArray(key)
            .map(value -> value.getAsObject())
            .map(step -> {
              assertThat(step.get("seconds").getAsNumber().value().doubleValue())
                  .isBetween(0.0, 20.0);
              String inside = shape(step, "parts");
              return "%s %s/%s%s"
                  .formatted(
                      step.getString("operator"),
                      step.get("rows"),
                      step.get("executions"),
                      inside.isEmpty() ? "" : "(" + inside + ")");
            })
            .toList();
    return String.join(" ", parts);
  }

  @Test
  void whatIsSaidTwiceIsRefused() throws Exception {
    HttpResponse<String> response = server.get(sparql("ASK {}") + "&explain=true&explain=false");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("'explain' occurs more than once");
  }

  @Test
  void theEstimatesFollowTheData() throws Exception {
    String plan = ask("SELECT * { ?a :in ?w . ?w a :Film }", "&explain=true&format=text");

    assertThat(plan.lines().toList())
        .anySatisfy(line -> assertThat(line).matches(" +[23] +[23] +1 .*pattern \\?[aw] .*"));
    assertThat(plan).contains("Estimates: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?a :in ?w . ?w a :Film . ?a :as ?x } ORDER BY ?a",
        "SELECT * { ?w a :Film OPTIONAL { ?a :in ?w FILTER(?a != :a1) } } ORDER BY ?a ?w",
        "SELECT * { ?w a ?t MINUS { ?a :in ?w } } ORDER BY ?w",
        "SELECT * { ?a :in/a ?t FILTER EXISTS { ?a :as ?x } } ORDER BY ?a",
        "SELECT * { ?a :in* ?t } ORDER BY ?a ?t",
      })
  void thePlanIsOfTheSameRowsAsTheAnswer(String query) throws Exception {
    String rows =
        server.get(sparql(query) + "&format=csv").headers().firstValue("Dramatis-Rows").orElse("?");

    assertThat(JSON.parse(ask(query, "&explain=true")).get("rows").toString()).isEqualTo(rows);
  }

  @Test
  void aPlanThatTakesTooLongIsStoppedLikeItsQuery() throws Exception {
    String query =
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u }";

    HttpResponse<String> response = server.get(sparql(query) + "&explain=true&timeout=0.5");

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.body()).contains("problems/out-of-time", "0.5 seconds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT * { ?a :in ?w . ?w a :Film . ?w :title ?t } | ?w :title ?t | 3 | goes with what is joined before
          SELECT * { ?a :inn ?w . ?w a :Film }               | ?a :inn ?w | 2 | matches nothing, by itself
          SELECT * { ?a :in ?w FILTER(?w = :w9) }            | FILTER ( ?w = :w9 ) | 3 | leaves none of the 3 rows
          SELECT * { ?a :in ?w MINUS { ?a :as ?x } }         | MINUS { ?a :as ?x } | 3 | leaves none of the 3 rows
          SELECT * { ?a :in ?w OPTIONAL { ?w :no ?x } FILTER(BOUND(?x)) } | FILTER bound(?x) | 3 | leaves none
          ASK { ?w a :Song . ?a :in ?w }                     | ?a :in ?w | 1 | goes with what is joined before
          CONSTRUCT WHERE { ?w a :Book }                     | ?w rdf:type :Book | | matches nothing, by itself
          SELECT * { GRAPH :one { ?a :in ?w . ?w :title ?t } } | GRAPH :one { ?w :title ?t } | 3 | goes with what is joined before
          """)
  void thePartThatEmptiesTheAnswerIsNamed(
      String query, String culprit, String without, String sentence) throws Exception {
    JsonObject why = JSON.parse(ask(query, "&why=true"));

    assertThat(why.get("empty").getAsBoolean().value()).isTrue();
    assertThat(why.getString("culprit").replaceAll("\\s+", " ")).isEqualTo(culprit);
    assertThat(why.getString("sentence")).contains(sentence);
    assertThat(why.hasKey("rowsWithoutCulprit") ? why.get("rowsWithoutCulprit").toString() : null)
        .isEqualTo(without);
  }

  @Test
  void ofManyPartsThoseAreNamedThatDoNotGoTogether() throws Exception {
    String query = "SELECT * { ?a :as ?x . ?a :in ?w . ?s a :Song . ?w :title ?t }";

    JsonObject why = JSON.parse(ask(query, "&why=true"));

    assertThat(why.getArray("together").map(part -> part.getAsString().value()).toList())
        .containsExactly("?a :in ?w", "?w :title ?t");
    assertThat(why.getArray("elements").map(part -> part.getAsObject().get("rows").toString()))
        .containsExactly("3", "3", "1", "1");
    assertThat(
            why.getArray("elements").map(part -> part.getAsObject().get("joinedSoFar").toString()))
        .containsExactly("3", "3", "3", "0");
  }

  @Test
  void whatWasProbablyMeantIsAdded() throws Exception {
    assertThat(ask("SELECT * { ?a :inn ?w }", "&why=true&format=text"))
        .contains("Hint: no statement has the predicate");
  }

  @Test
  void anAnswerThatIsNotEmptyNeedsNoReason() throws Exception {
    JsonObject why = JSON.parse(ask("SELECT * { ?a :in ?w }", "&why=true"));

    assertThat(why.get("empty").getAsBoolean().value()).isFalse();
    assertThat(why.getString("sentence")).isEqualTo("the answer is not empty");
  }

  @Test
  void whatStandsAroundThePatternCanEmptyItToo() throws Exception {
    assertThat(ask("SELECT * { ?a :in ?w } OFFSET 5", "&why=true"))
        .contains("the pattern has 3 rows; what stands around it");
  }

  @Test
  void bothComeAsPagesToo() throws Exception {
    String query = "SELECT * { ?a :inn ?w FILTER(?a < \"<b>\") }";

    assertThat(ask(query, "&explain=true&format=html"))
        .contains("<h1>How it is computed</h1>", "<th scope=\"col\">estimated rows</th>")
        .doesNotContain("<b>\"");
    assertThat(ask(query, "&why=true&format=html"))
        .contains("<h1>Why there is no answer</h1>", "matches nothing, by itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&explain=maybe", "&why=1", "&explain=true&why=true"})
  void otherWishesAreRefused(String options) throws Exception {
    assertThat(server.get(sparql("ASK {}") + options).statusCode()).isEqualTo(400);
  }

  @Test
  void aFormThatThereIsNotIsRefused() throws Exception {
    assertThat(server.get(sparql("ASK {}") + "&explain=true&format=csv").statusCode())
        .isEqualTo(406);
    assertThat(server.get(sparql("ASK {}") + "&why=true", "Accept", "image/png").statusCode())
        .isEqualTo(406);
  }

  @Test
  void aCheckTellsWhatIsProbablyNotMeantAndRunsNothing() throws Exception {
    String forever = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j :inn ?k }";

    JsonObject told = JSON.parse(ask(forever, "&check=true"));

    assertThat(told.get("version").getAsNumber().value().intValue()).isEqualTo(1);
    assertThat(told.getArray("warnings").map(each -> each.getAsObject().getString("code")))
        .contains("unknown-predicate", "cartesian-product");
    assertThat(told.getArray("warnings").map(each -> each.getAsObject().getString("text")).toList())
        .anyMatch(text -> text.contains("inn"));
  }

  @Test
  void aCheckOfAFineQueryHasNoWarnings() throws Exception {
    assertThat(JSON.parse(ask("SELECT * { ?a :in ?w }", "&check=true")).getArray("warnings"))
        .isEmpty();
    HttpResponse<String> text =
        server.get(sparql("SELECT * { ?a :in ?w }") + "&check=true", "Accept", "text/plain");
    assertThat(text.body()).isEqualTo("No warnings.\n");
  }

  @Test
  void aCheckOfATextThatIsNoQueryTellsWhereItIsWrong() throws Exception {
    HttpResponse<String> refused =
        server.get("/sparql?check=true&query=" + encode("SELECT * {\n ?a ?b }"));

    JsonObject problem = JSON.parse(refused.body());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem.get("line").getAsNumber().value().intValue()).isEqualTo(2);
    assertThat(problem.getString("token")).isEqualTo("}");
  }

  @Test
  void onlyOneThingIsToldOfAQueryAtOnce() throws Exception {
    HttpResponse<String> refused =
        server.get(sparql("SELECT * { ?a :in ?w }") + "&check=true&why=true");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("only one of explain, why and check");
  }
}
