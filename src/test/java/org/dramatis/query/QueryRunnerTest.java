package org.dramatis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.model.Version;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRunnerTest {

  private static final Store STORE =
      Graphs.store(
          """
          GRAPH :one { :a :p 1 . claim:1 rdf:reifies <<( :a :p 1 )>> . }
          GRAPH :two { :a :p 1, 2 . }
          """);

  private final QueryRunner runner = new QueryRunner(STORE, Duration.ofSeconds(20));

  @Test
  void theDefaultGraphIsTheUnionOfAllSources() throws Exception {
    assertThat(csv("SELECT ?o { :a :p ?o } ORDER BY ?o")).isEqualTo("o\r\n1\r\n2\r\n");
  }

  @Test
  void aGraphReadsAccordingToOneSource() throws Exception {
    assertThat(csv("SELECT ?g ?o { GRAPH ?g { :a :p ?o } FILTER(?o = 1) } ORDER BY ?g"))
        .isEqualTo("g,o\r\nhttp://example.org/one,1\r\nhttp://example.org/two,1\r\n");
  }

  @Test
  void fromRestrictsTheQuestionToASource() throws Exception {
    assertThat(csv("SELECT ?o FROM :one { :a :p ?o }")).isEqualTo("o\r\n1\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://localhost:1/"})
  void fromNeverFetchesAnything(String elsewhere) throws Exception {
    assertThat(csv("SELECT * FROM <" + elsewhere + "> { ?s ?p ?o }")).isEqualTo("s,p,o\r\n");
  }

  @Test
  void aPredicateNeverLoadsAClass() throws Exception {
    assertThat(csv("SELECT * { ?s <java:java.lang.Object> ?o }")).isEqualTo("s,o\r\n");
    assertThat(csv("SELECT * { :a (:p|:q)/<http://jena.apache.org/ARQ/property#str> ?o }"))
        .isEqualTo("o\r\n");
  }

  @Test
  void aFunctionNamedInTheDataIsNotCalledEither() throws Exception {
    String apply =
        "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<java:java.lang.Object>) AS ?x) {}";

    QueryFailedException failed = assertThrows(QueryFailedException.class, () -> csv(apply));

    assertThat(failed.problem()).isInstanceOf(QueryProblem.Refused.class);
  }

  @Test
  void theAnswerNamesItsVersion() throws Exception {
    Version version = runner.run(Sparql.parse("ASK {}"), (seen, answer) -> seen);

    assertThat(version).isEqualTo(new Version(1));
  }

  @Test
  void describeAndConstructAnswerWithGraphs() throws Exception {
    assertThat(write("DESCRIBE :a", AnswerFormat.NTRIPLES).lines()).hasSize(2);
    assertThat(write("CONSTRUCT { ?s :q ?o } WHERE { ?s :p ?o }", AnswerFormat.NTRIPLES).lines())
        .allMatch(line -> line.contains("<http://example.org/q>"))
        .hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = AnswerFormat.class,
      names = {"TABLE", "CSV", "TSV", "JSON", "XML"})
  void aQueryThatRunsOutOfTimeIsAProblemInEveryFormat(AnswerFormat format) {
    assertOutOfTime("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", format);
  }

  @Test
  void alsoAGraphAndAnAggregateRunOutOfTime() {
    String pattern = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    assertOutOfTime("SELECT (COUNT(*) AS ?n) " + pattern, AnswerFormat.CSV);
    assertOutOfTime("ASK { { SELECT (COUNT(*) AS ?n) " + pattern + " } }", AnswerFormat.JSON);
    assertOutOfTime("CONSTRUCT { ?a :x ?l } WHERE " + pattern, AnswerFormat.TURTLE);
    assertOutOfTime("DESCRIBE ?a " + pattern, AnswerFormat.TURTLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { FILTER(REGEX(%s, '(.*a){30}b')) }",
        "SELECT (REPLACE(%s, '(.*a){30}b', 'x') AS ?y) {}",
        "SELECT ?y { BIND(%s AS ?x) BIND(REGEX(?x, CONCAT('(.*a){30}', 'b'), 'i') AS ?y) }",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } HAVING (REGEX(%s, '(.*a){30}b'))",
        "SELECT * { ?a ?b ?c } ORDER BY REPLACE(CONCAT(%s, STR(?c)), '(.*a){30}b', '')",
        "SELECT (SUM(STRLEN(REPLACE(CONCAT(%s, STR(?c)), '(.*a){30}b', ''))) AS ?n) { ?a ?b ?c }",
        "ASK { FILTER EXISTS { ?a ?b ?c FILTER(REGEX(CONCAT(%s, STR(?c)), '(.*a){30}b')) } }",
      })
  @Timeout(60)
  void aRegularExpressionKeepsToTheTimeLimit(String query) {
    assertOutOfTime(query.formatted("'" + "a".repeat(60) + "'"), AnswerFormat.CSV);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          REGEX('Ann', '^a', 'i')                    | true
          REGEX('Ann', '^a')                         | false
          REGEX('a.c', '.', 'q')                     | true
          REGEX(42, '4')                             | ""
          REPLACE('banana', 'a', 'o')                | bonono
          REPLACE('banana', 'A', 'o', 'i')           | bonono
          REPLACE('banana', '(an)', '<$1>')          | b<an><an>a
          REPLACE('abc', 'x*', '-')                  | -abc
          REPLACE('abc', '(b)', '$9')                | ""
          LANG(REPLACE('colour'@en-GB, 'u', ''))     | en-GB
          """)
  void regularExpressionsStillDoTheirWork(String expression, String expected) throws Exception {
    String value = csv("SELECT (" + expression + " AS ?x) {}");

    assertThat(value).isEqualTo("x\r\n" + expected + "\r\n");
  }

  @Test
  void aLongTextIsSoughtInALongerOne() throws Exception {
    String text = "a".repeat(1500) + "b" + "c".repeat(1500);
    String part = "a".repeat(1000) + "b";
    String query =
        """
        SELECT (CONTAINS('TEXT', 'PART') AS ?yes) (CONTAINS('TEXT', 'PARTa') AS ?no)
          (STRLEN(STRBEFORE('TEXT', 'PART')) AS ?before) (STRLEN(STRAFTER('TEXT', 'PART')) AS ?after)
          (STRBEFORE('TEXT'@en, 'PARTa') AS ?nothing) (LANG(STRAFTER('TEXT'@en, 'PART')) AS ?lang)
          (CONTAINS('TEXT'@en, 'PART'@de) AS ?unlike) {}
        """;

    assertThat(csv(query.replace("TEXT", text).replace("PART", part)))
        .isEqualTo("yes,no,before,after,nothing,lang,unlike\r\ntrue,false,500,1500,\"\",en,\r\n");
  }

  @Test
  void aRegularExpressionThatGoesTooDeepIsAProblem() {
    String text = "ab".repeat(50_000);
    String query = "ASK { VALUES ?x { '" + text + "' } FILTER(REGEX(?x, '^(a|b)*$')) }";

    QueryFailedException failed = assertThrows(QueryFailedException.class, () -> csv(query));

    assertThat(failed.problem()).isInstanceOf(QueryProblem.TooComplex.class);
  }

  private static void assertOutOfTime(String body, AnswerFormat format) {
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> ":s" + i + " :p " + i + " .")
            .collect(Collectors.joining());
    QueryRunner hasty =
        new QueryRunner(Graphs.store("GRAPH :g {" + many + "}"), Duration.ofMillis(150));

    QueryFailedException failed =
        assertThrows(QueryFailedException.class, () -> write(hasty, body, format));

    assertThat(failed.problem()).isEqualTo(new QueryProblem.OutOfTime(Duration.ofMillis(150)));
    assertThat(failed).hasMessageContaining("0.15 seconds");
  }

  private String csv(String body) throws IOException, QueryFailedException {
    return write(body, AnswerFormat.CSV);
  }

  private String write(String body, AnswerFormat format) throws IOException, QueryFailedException {
    return write(runner, body, format);
  }

  private static String write(QueryRunner runner, String body, AnswerFormat format)
      throws IOException, QueryFailedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return runner.run(
        Sparql.parse(Graphs.query(body)),
        (_, answer) -> {
          AnswerWriter.write(answer, format, out);
          return out.toString(StandardCharsets.UTF_8);
        });
  }
}
