package org.dramatis.query.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlTest {

  @Test
  void anErrorNamesTheLineAndColumnOfTheOffendingToken() {
    assertThat(problem("SELECT *\nWHERE { ?s ?p ?o "))
        .asInstanceOf(type(QueryProblem.Unparsable.class))
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(2);
          assertThat(problem.column()).isEqualTo(17);
          assertThat(problem.message()).startsWith("line 2, column 17: the text ends where");
        });
  }

  @Test
  void anUndeclaredPrefixIsNamed() {
    assertThat(problem("SELECT * {\n  ?s foo:bar ?o }").message())
        .isEqualTo("line 2, column 6: the prefix 'foo:' is not declared");
  }

  @Test
  void anUpdateIsNoQuery() {
    assertThat(problem("DELETE WHERE { ?s ?p ?o }")).isInstanceOf(QueryProblem.Unparsable.class);
    assertThat(problem("LOAD <http://example.org/>")).isInstanceOf(QueryProblem.Unparsable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { LET (?x := 1) }",
        "SELECT (CALL(<java:java.lang.Object>) AS ?x) {}",
        "JSON { 's': ?s } WHERE { ?s ?p ?o }",
        "",
        "ASK { FILTER(REGEX('a', '(')) }",
      })
  void extensionsOfTheEngineAreNotRead(String text) {
    assertThat(problem(text)).isInstanceOf(QueryProblem.Unparsable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE ?where { ?s ?p ?o } } } }",
        "ASK { FILTER EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } }",
        "ASK { FILTER NOT EXISTS { { ?s ?p ?o } UNION { SERVICE <http://example.org/> {} } } }",
        "SELECT (EXISTS { SERVICE <http://example.org/> {} } AS ?x) {}",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://example.org/> {} })",
        "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://example.org/> {} })",
        "CONSTRUCT { ?s ?p ?o } WHERE { OPTIONAL { SERVICE <http://example.org/> { ?s ?p ?o } } }",
        "SELECT (SUM(IF(EXISTS { SERVICE <http://example.org/> {} }, 1, 0)) AS ?n) {}",
        "SELECT ?e { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <http://example.org/> {} } AS ?e)",
        "SELECT ?s { ?s ?p ?o OPTIONAL { ?s ?q ?o FILTER EXISTS { SERVICE ?s {} } } }",
        "DESCRIBE ?s { GRAPH ?g { MINUS { SERVICE <http://example.org/> { ?s ?p ?o } } } }",
      })
  void anotherServiceIsNeverAsked(String text) {
    assertThat(problem(text))
        .isInstanceOf(QueryProblem.Refused.class)
        .extracting(QueryProblem::message)
        .asString()
        .contains("SERVICE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<java:java.lang.Runtime>() AS ?x) {}",
        "SELECT * { ?s ?p ?o FILTER(<http://jena.apache.org/ARQ/function#wait>(1000)) }",
        "SELECT * { FILTER EXISTS { BIND(<http://example.org/f>(1) AS ?x) } }",
        "SELECT * { ?s ?p ?o } ORDER BY (<http://jena.apache.org/ARQ/function#context>())",
        "SELECT (SUM(<java:java.lang.Object>(?o)) AS ?x) { ?s ?p ?o }",
      })
  void onlyStandardFunctionsAreCalled(String text) {
    assertThat(problem(text))
        .isInstanceOf(QueryProblem.Refused.class)
        .extracting(QueryProblem::message)
        .asString()
        .contains("no function <");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIBE <http://example.org/x>",
        "SELECT (<http://www.w3.org/2001/XMLSchema#integer>('1') AS ?x) {}",
        "SELECT (<http://www.w3.org/2005/xpath-functions/math#sqrt>(4) AS ?x) {}",
        "SELECT ?c { ?c <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( ?s ?p ?o )>> }",
        "SELECT ?s { ?s ?p ?o ~ ?c {| <http://example.org/layer> ?l |} }",
      })
  void plainQueriesAreRead(String text) {
    assertThatCode(() -> Sparql.parse(text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ASK { FILTER(%s1%s) }", "ASK { %s%s }"})
  void aQueryThatIsNestedTooDeeplyIsRefused(String frame) {
    boolean groups = !frame.contains("FILTER");
    String open = (groups ? "{" : "(").repeat(50_000);
    String close = (groups ? "}" : ")").repeat(50_000);

    assertThat(problem(frame.formatted(open, close)))
        .isInstanceOf(QueryProblem.TooComplex.class)
        .extracting(QueryProblem::message)
        .asString()
        .contains("nested more than 200 deep");
  }

  @Test
  void aListThatIsTooLongIsRefusedAtItsBracket() {
    String text = "ASK { ?x :p 1, 2 FILTER(?x NOT IN (%s1)) }";

    assertThat(problem(text.formatted("1,".repeat(10_000))).message())
        .contains("line 1, column 35", "more than 10,000 expressions");
    assertThat(problem(text.formatted("(1),".repeat(9_999))).message()).contains("prefix");
  }

  @Test
  void objectsOfAStatementAreNoListOfExpressions() {
    assertThatCode(() -> Sparql.parse("ASK { <x:s> <x:p> " + "1,".repeat(20_000) + "1 }"))
        .doesNotThrowAnyException();
  }

  @Test
  void aTextThatWouldTakeTooLongToReadIsNotRead() {
    String text = "ASK {} #" + "x".repeat(Sparql.MAX_CHARACTERS);

    assertThat(problem(text)).isInstanceOf(QueryProblem.TooLong.class);
  }

  private static QueryProblem problem(String text) {
    return problem(() -> Sparql.parse(text));
  }

  private static QueryProblem problem(Executable parsing) {
    return assertThrows(QueryFailedException.class, parsing).problem();
  }

  /** Each piece is the beginning of a name and of an IRI, as long as all that follows is. */
  @ParameterizedTest
  @ValueSource(strings = {"a+", "a.", "e1-"})
  @Timeout(60)
  void aMistakeIsFoundInTimeThatGrowsNoFasterThanTheText(String piece) {
    String text = "SELECT * { x y " + piece.repeat(Sparql.MAX_CHARACTERS / piece.length() - 10);
    assertThat(problem(text).message()).startsWith("line 1, column 12: found 'x' where");
  }

  @Test
  @Timeout(60)
  void ofAMistakeInALongUpdateTheLineIsToldAndNothingIsGuessed() {
    String comments = "# a comment\n".repeat(Sparql.MAX_CHARACTERS / 10);
    assertThat(problem(() -> Sparql.parseUpdate("INSERT DATA {\n" + comments + "<a> x }")))
        .asInstanceOf(type(QueryProblem.Unparsable.class))
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(Sparql.MAX_CHARACTERS / 10 + 2);
          assertThat(problem.mistake().hint()).isEmpty();
        });
  }

  @Test
  void aListOfTooManyTermsIsRefusedWithAnAdvice() {
    String text = "ASK { ?x ?p ?o FILTER(?x IN (" + "<a:b>,".repeat(10_000) + "<a:c>)) }";

    assertThat(problem(text).message()).contains("VALUES");
  }
}
