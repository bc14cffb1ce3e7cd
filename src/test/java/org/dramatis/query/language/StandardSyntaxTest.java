package org.dramatis.query.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dramatis.query.Graphs;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the standard says of syntax and functions, where Jena by itself does otherwise. */
class StandardSyntaxTest {

  private final QueryRunner runner = new QueryRunner(Graphs.store(""), Duration.ofSeconds(20));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0041SK {}",
        "SELECT * { ?x <http://example.org/\\u003E> ?y }",
        "SELECT * { ?x ?y '\\uD83C\\uDCA1' }",
        "SELECT * { ?x ?y '\\u00G1' }",
        "SELECT * { ?x ?y '\\u0",
        "SELECT * { ?x <http://example.org/a\\uD800> ?y }",
        "SELECT * { VALUES ?t { <<( 'text' <http://example.org/p> 1 )>> } }",
        "SELECT (1 AS ?x) { ?s ?p ?x } GROUP BY ?x",
        "SELECT * { SELECT (1 AS ?x) { ?s ?p ?x } GROUP BY ?x }",
        "SELECT (1 AS ?x) {} GROUP BY (2 AS ?x)",
        "SELECT (1 AS ?x) { ?s ?p ?x }",
        "SELECT (?y AS ?x) (1 AS ?y) {}",
        "SELECT (1 AS ?x) (2 AS ?x) {}",
        "SELECT (COUNT(*) AS ?x) (?s AS ?y) { ?s ?p ?x } GROUP BY ?p",
        "SELECT ?s { ?s ?p ?x } GROUP BY ?p",
        "SELECT * { ?s ?p ?x } GROUP BY ?p",
        "SELECT * { ?s ?p ?x BIND(1 AS ?x) }",
        "SELECT * { { ?s ?p ?x } UNION { ?x ?p ?o } BIND(1 AS ?x) }",
        "SELECT * { { SELECT ?x { ?s ?p ?o BIND(1 AS ?x) BIND(2 AS ?x) } } }",
      })
  void whatIsNoSparqlIsRefused(String query) {
    QueryFailedException refused =
        assertThrows(QueryFailedException.class, () -> Sparql.parse(query));

    assertThat(refused.problem()).isInstanceOf(QueryProblem.Unparsable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (1 AS ?x) { ?s ?p ?x } GROUP BY ?s",
        "SELECT * { { SELECT (COUNT(*) AS ?x) { ?s ?p ?x } GROUP BY ?s } }",
        "SELECT ?s (MAX(?x) AS ?p) (?p + 1 AS ?more) { ?s ?p ?x } GROUP BY ?s",
        "SELECT * { { BIND(1 AS ?x) } UNION { ?s ?p ?x } }",
        "SELECT * { ?s ?p ?o { SELECT (1 AS ?x) { ?a ?b ?c } } BIND(?x AS ?y) }",
      })
  void aVariableThatHasNoValueYetMayGetOne(String query) throws Exception {
    assertThat(Sparql.parse(query).isSelectType()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          STRLEN("a\\u0022\\u005C\\u000Ab")             ; 5
          STRLEN("\\\\u0041")                           ; 6
          STRLEN('''a\\u0027\\u0027\\u0027b''')         ; 5
          STR(<http://example.org/\\u00E9>)             ; http://example.org/é
          1 < 2 && "\\u003E" > "a"                      ; false
          CONCAT("a"@en--ltr, "b"@en--ltr)              ; ab
          LANGDIR(CONCAT("a"@en--ltr, "b"@en--ltr))     ; ltr
          LANG(CONCAT("a"@en, "b"@de))                  ; `""`
          CONTAINS("abc"@en--ltr, "b"@en--ltr)          ; true
          "1" + "2"                                     ;
          !"a"@en                                       ;
          !!"a"                                         ; true
          !""@en--ltr                                   ;
          "a"@en || 1 = 1                               ; true
          "a"@en && 1 = 1                               ;
          UCASE("a"@en) || 1 = 2                        ;
          IF("a"@en, 1, 2)                              ;
          2 && 1 = 1                                    ; true
          1 = 2 || "b"                                  ; true
          TRIPLE("a", <http://example.org/p>, 1)        ;
          """)
  void anExpressionMeansWhatTheStandardSays(String expression, @Nullable String expected)
      throws Exception {
    assertThat(answer("SELECT (%s AS ?x) {} # \\u000A }".formatted(expression)))
        .isEqualTo("x\r\n" + (expected == null ? "" : expected) + "\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          FILTER(?x)                                       ; 1
          FILTER(!BOUND(?x) || ?x)                         ; 1
          FILTER(COALESCE(?x, ?x))                         ; 1
          FILTER EXISTS { FILTER(?x) }                     ; 1
          OPTIONAL { VALUES ?y { 2 } FILTER(?x) } FILTER(BOUND(?y)) ; 1
          """)
  void aStringWithALanguageIsNeitherTrueNorFalse(String pattern, int rows) throws Exception {
    assertThat(answer("SELECT ?x { VALUES ?x { 'a' 'a'@en } " + pattern + " }").lines())
        .hasSize(1 + rows);
  }

  @Test
  void aNamedBlankNodeIsTheSameInARowAndAnotherInTheNext() throws Exception {
    String query =
        "SELECT (BNODE('n') AS ?a) ?b { VALUES ?x { 1 2 } BIND(BNODE('n') AS ?b) } ORDER BY ?x";

    String[] rows = answer(query).split("\r\n", -1);
    String[] first = rows[1].split(",", -1);
    String[] second = rows[2].split(",", -1);

    assertThat(first[0]).isEqualTo(first[1]).isNotEqualTo(second[0]);
    assertThat(second[0]).isEqualTo(second[1]);
  }

  private String answer(String query) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    runner.run(
        Sparql.parse(query),
        (version, answer) -> {
          AnswerWriter.write(answer, AnswerFormat.CSV, out);
          return version;
        });
    return out.toString(StandardCharsets.UTF_8);
  }
}
