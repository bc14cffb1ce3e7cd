package org.dramatis.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.ingest.Outcome;
import org.dramatis.query.Graphs;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQueryTest {

  private static Budget budget() {
    return Budget.of(Duration.ofSeconds(20), Long.MAX_VALUE);
  }

  static NormalQuery normal(String text) throws QueryFailedException {
    return NormalQuery.of(
        Sparql.parse(text, AllowedEndpoints.of(List.of("https://example.org/sparql"))), budget());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOW | SELECT (NOW() AS ?x) {}",
        "RAND | SELECT * { ?s ?p ?o } ORDER BY RAND()",
        "UUID | SELECT * { ?s ?p ?o BIND(UUID() AS ?x) }",
        "STRUUID | SELECT * { ?s ?p ?o FILTER(STRUUID() = ?o) }",
        "BNODE | SELECT (BNODE() AS ?x) {}",
        "SERVICE | SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "NOW, RAND | SELECT (NOW() AS ?x) (RAND() AS ?y) {}",
        "RAND | SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (RAND() AS ?r)"
      })
  void aQueryThatHasAnotherAnswerEachTimeIsRefusedByTheNameOfWhatDoesIt(String part, String text) {
    QueryFailedException refused = assertThrows(QueryFailedException.class, () -> normal(text));

    assertThat(refused.problem().message()).endsWith("because of " + part);
  }

  @Test
  void aTextThatIsTooLongToBeKeptIsRefused() {
    String text = "SELECT * { ?s ?p \"" + "x".repeat(NormalQuery.MOST_BYTES) + "\" }";

    assertThat(assertThrows(QueryFailedException.class, () -> normal(text)).problem().message())
        .contains("limit is 65,536");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select ?s { ?s a <http://e/C> }",
        "SELECT ?s WHERE { ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C> . }",
        "PREFIX x: <http://e/> SELECT ?s WHERE { ?s a x:C }",
        "BASE <http://e/> SELECT $s { $s a <C> } # a comment",
        "PREFIX y: <http://e/> PREFIX z: <http://z/> SELECT  ?s  {\t?s a <http://e/\\u0043> }"
      })
  void writtenAnotherWayItIsTheSameQuery(String text) throws Exception {
    assertThat(normal(text).text()).isEqualTo("SELECT  ?s\nWHERE\n  { ?s  a  <http://e/C> }\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT ?s { ?s ?p ?o } | SELECT ?x { ?x ?p ?o }",
        "SELECT ?s { ?s ?p ?o } | SELECT DISTINCT ?s { ?s ?p ?o }",
        "SELECT ?s ?p { ?s ?p ?o } | SELECT ?p ?s { ?s ?p ?o }",
        "SELECT ?s { ?s ?p 'a' } | SELECT ?s { ?s ?p 'A' }",
        "SELECT ?s { ?s ?p 1 } | SELECT ?s { ?s ?p 1.0 }",
        "SELECT ?s { ?s ?p ?o } | SELECT ?s FROM <http://e/g> { ?s ?p ?o }"
      })
  void whatMayHaveAnotherAnswerIsAnotherQuery(String one, String other) throws Exception {
    assertThat(normal(one).hash()).isNotEqualTo(normal(other).hash());
  }

  @Test
  void rowsOfEqualRankAreOrderedByAllThatIsSelected() throws Exception {
    assertThat(normal("SELECT ?s ?o { ?s ?p ?o } ORDER BY DESC(?o) LIMIT 3").text())
        .contains("ORDER BY DESC(?o) ?s\n");
    assertThat(normal("SELECT ?s ?o { ?s ?p ?o } LIMIT 3").text()).contains("ORDER BY ?s ?o\n");
    assertThat(normal("SELECT * { ?b ?p ?a } OFFSET 3").text()).contains("ORDER BY ?b ?p ?a\n");
    assertThat(normal("CONSTRUCT { ?s a ?o } { ?s ?p ?o } LIMIT 3").text())
        .contains("ORDER BY ?o ?p ?s\n");
    assertThat(normal("SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 3 } }").text())
        .contains("ORDER BY ?s\n");
    assertThat(normal("SELECT ?s ?o { ?s ?p ?o }").text()).doesNotContain("ORDER BY");
  }

  @Test
  void whatReducedMayDropIsDropped() throws Exception {
    assertThat(normal("SELECT REDUCED ?s { ?s ?p ?o }"))
        .isEqualTo(normal("SELECT DISTINCT ?s { ?s ?p ?o }"));
  }

  @Test
  void anAggregateThatMayFollowTheOrderOfRowsIsNamed() throws Exception {
    assertThat(
            normal(
                    "SELECT (GROUP_CONCAT(?o) AS ?x) (SAMPLE(?o) AS ?y) (MIN(?o) AS ?z) { ?s ?p ?o }")
                .dependentOnOrder())
        .containsExactlyInAnyOrder("GROUP_CONCAT", "SAMPLE");
  }

  /** Recorded: if one of them changes, addresses that were cited before do not lead here again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "SELECT ?s { ?s a :C } ORDER BY ?s § 850849c08c897b31ea580e247013820e1da6b2c93b79681957d87879fe8a185e",
        "ASK { :a :p 'x'@en , 1.5e0 , true ; :q [ :r ( 1 2 ) ] } § 949046fc17f4fc090614b67680021cde871c6090c083f240100c5beae54654b2",
        "SELECT ?s (COUNT(DISTINCT ?o) AS ?n) { ?s :p|^:q/:r* ?o OPTIONAL { ?o :t ?u } FILTER(?o > 3 && NOT EXISTS { ?o :v ?w }) } GROUP BY ?s HAVING (COUNT(?o) > 1) ORDER BY DESC(?n) LIMIT 10 § 97cd2bc4488f1535ce6d4c99a6410f9b33ea1a61c7fe47b5ffe5d822ca6bf997",
        "CONSTRUCT { ?s :p <<( ?s :q ?o )>> } { ?s rdf:reifies <<( ?s :q ?o )>> VALUES ?o { 1 UNDEF } } § fd6a7637f1e26f5def3847e7761dafd9bbc4747ce8180166b06c510198adeb14",
        "DESCRIBE :a ?x FROM :g FROM NAMED :h { GRAPH :h { ?x :p 'é\\n' } MINUS { ?x :q ?y } } § b905a4b6feef01b70ab781b1aaa924278cd7cb5aa6796e49834d868ac5f92bf3",
        "SELECT * { ?s :p 'left'@en--ltr BIND(LANGDIR('a'@ar--rtl) AS ?d) { SELECT ?s { ?s ?q ?o } LIMIT 2 } } § 81dbb1b570d974d4571550ff9ac815912a23cc713016bd0714108acd9ba7601e"
      })
  void hashesNeverChange(String body, String hash) throws Exception {
    assertThat(normal(Graphs.query(body)).hash().hex()).isEqualTo(hash);
  }

  @TestFactory
  Stream<DynamicTest> everyPublishedQueryCanBeCitedAndIsItsOwnNormalForm() {
    Catalogue catalogue = ((Outcome.Ok<Catalogue>) Catalogue.load(Path.of("queries"))).value();
    return catalogue.queries().stream()
        .map(query ->
            DynamicTest.dynamicTest(
                query.path(),
                () -> {
                  NormalQuery normal = normal(query.unaided().orElseThrow());
                  assertThat(normal(normal.text())).isEqualTo(normal);
                }));
  }
}
