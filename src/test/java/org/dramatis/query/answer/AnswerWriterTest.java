package org.dramatis.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetOps;
import org.dramatis.model.Rdf11Restoration;
import org.dramatis.query.Graphs;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerWriterTest {

  private static final String DATA =
      """
      GRAPH :g {
        claim:1 rdf:reifies <<( person:ann :sings "a, \\"b\\"\\nc" )>> ; d:layer :real .
        claim:2 a d:Claim ; rdf:reifies <<( :s :p <<( :a :b 1.50 )>> )>> .
        :quoted :says <<( :x :y :z )>> .
      }
      """;

  private static final String ROWS =
      """
      SELECT ?a ?b ?c {
        VALUES (?n ?a ?b ?c) {
          (1 person:ann "plain" 42)
          (2 <http://example.org/a,b> "a, \\"b\\"" "x"@en)
          (3 UNDEF "" "line\\nbreak\\ttab")
        }
      } ORDER BY ?n
      """;

  @Test
  void csvIsAsTheStandardHasIt() throws Exception {
    assertThat(write(ROWS, AnswerFormat.CSV))
        .isEqualTo(
            "a,b,c\r\n"
                + "https://w3id.org/dramatis/id/person/ann,plain,42\r\n"
                + "\"http://example.org/a,b\",\"a, \"\"b\"\"\",x\r\n"
                + ",\"\",\"line\nbreak\ttab\"\r\n");
  }

  @Test
  void tsvIsAsTheStandardHasIt() throws Exception {
    assertThat(write(ROWS, AnswerFormat.TSV))
        .isEqualTo(
            """
            ?a\t?b\t?c
            <https://w3id.org/dramatis/id/person/ann>\t"plain"\t42
            <http://example.org/a,b>\t"a, \\"b\\""\t"x"@en
            \t""\t"line\\nbreak\\ttab"
            """);
  }

  @Test
  void aTripleTermPrintsInItsNTriplesForm() throws Exception {
    String query = "SELECT ?t { claim:1 rdf:reifies ?t }";

    assertThat(write(query, AnswerFormat.CSV))
        .isEqualTo(
            "t\r\n\"<<( <https://w3id.org/dramatis/id/person/ann> <http://example.org/sings>"
                + " \"\"a, \\\"\"b\\\"\"\\nc\"\" )>>\"\r\n");
    assertThat(write(query, AnswerFormat.TSV))
        .contains("<<( <https://w3id.org/dramatis/id/person/ann> <http://example.org/sings> \"a,");
    assertThat(write(query, AnswerFormat.TABLE)).contains("<<( person:ann ");
  }

  @Test
  void blankNodesHaveOneLabelThroughoutAnAnswer() throws Exception {
    String query = "SELECT ?x ?y ?z { BIND(BNODE() AS ?x) BIND(?x AS ?y) BIND(BNODE() AS ?z) }";

    assertThat(write(query, AnswerFormat.CSV)).isEqualTo("x,y,z\r\n_:b0,_:b0,_:b1\r\n");
    assertThat(write(query, AnswerFormat.TSV)).isEqualTo("?x\t?y\t?z\n_:b0\t_:b0\t_:b1\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = AnswerFormat.class,
      names = {"JSON", "XML"})
  void jsonAndXmlHoldTripleTerms(AnswerFormat format) throws Exception {
    String query = "SELECT ?c ?t { ?c rdf:reifies ?t } ORDER BY ?c";
    Lang lang = format == AnswerFormat.JSON ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML;

    String written = write(query, format);

    RowSet read =
        RowSetReaderRegistry.getFactory(lang)
            .create(lang)
            .read(
                new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)),
                ARQ.getContext());
    assertThat(RowSetOps.count(read)).isEqualTo(2);
    assertThat(written).contains("triple", "http://example.org/sings", "1.50");
  }

  @ParameterizedTest
  @CsvSource({
    "JSON, '\"boolean\":true'",
    "XML, <boolean>true</boolean>",
    "CSV, true",
    "TSV, true",
    "TABLE, true"
  })
  void aTruthValueIsWrittenInEveryFormatForRows(AnswerFormat format, String expected)
      throws Exception {
    assertThat(write("ASK { claim:1 ?p ?o }", format)).contains(expected);
  }

  @Test
  void aTableIsAlignedAndUsesPrefixes() throws Exception {
    String query =
        """
        SELECT ?who ?what {
          VALUES (?n ?who ?what) {
            (1 person:ann "e\\u0301te\\u0301")
            (2 <http://other.example/long/address> "\\u97F3\\u697D")
            (3 UNDEF "bell\\u0007\\u001B[31m")
          }
        } ORDER BY ?n
        """;

    assertThat(write(query, AnswerFormat.TABLE))
        .isEqualTo(
            """
            who                                  what
            -----------------------------------  --------------------
            person:ann                           e\u0301te\u0301
            <http://other.example/long/address>  \u97F3\u697D
                                                 bell\\u0007\\u001B[31m
            (3 rows)
            """);
  }

  @ParameterizedTest
  @CsvSource({"abc, 3", "e\u0301, 1", "\u97F3\u697D, 4", "\uD83C\uDFB5, 2", "a\u200Db, 2"})
  void widthCountsColumnsOfATerminal(String text, int width) {
    assertThat(DisplayWidth.of(text)).isEqualTo(width);
  }

  @ParameterizedTest
  @EnumSource(
      value = AnswerFormat.class,
      names = {"TURTLE", "NTRIPLES", "JSONLD", "RDFXML"})
  void aGraphLeavesAsRdf11AndCanBeRestored(AnswerFormat format) throws Exception {
    String query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";
    Graph original = Graphs.turtle(DATA.replaceAll("GRAPH :g \\{|}\\s*$", ""));
    Lang lang =
        switch (format) {
          case TURTLE -> Lang.TURTLE;
          case NTRIPLES -> Lang.NTRIPLES;
          case JSONLD -> Lang.JSONLD;
          default -> Lang.RDFXML;
        };

    String written = write(query, format);

    assertThat(written).doesNotContain("<<(").doesNotContain("reifies");
    assertThat(Rdf11Restoration.of(Graphs.read(written, lang)).isIsomorphicWith(original)).isTrue();
  }

  @Test
  void aGraphDeclaresOnlyThePrefixesItUses() throws Exception {
    assertThat(write("CONSTRUCT { ?s d:layer ?o } WHERE { ?s d:layer ?o }", AnswerFormat.TURTLE))
        .contains("PREFIX d:")
        .doesNotContain("xsd:");
  }

  @ParameterizedTest
  @CsvSource({"SELECT * { ?s ?p ?o }, TURTLE", "ASK {}, RDFXML", "DESCRIBE claim:1, CSV"})
  void aFormatOfTheOtherKindIsRefused(String query, AnswerFormat format) {
    assertThat(assertThrows(QueryFailedException.class, () -> write(query, format)).problem())
        .isInstanceOf(QueryProblem.Inexpressible.class);
  }

  @Test
  void whatRdfXmlCannotSayIsAProblem() {
    String query = "CONSTRUCT { :s <http://example.org/1> 2 } WHERE {}";

    assertThat(
            assertThrows(QueryFailedException.class, () -> write(query, AnswerFormat.RDFXML))
                .problem()
                .message())
        .startsWith("this answer cannot be written as RDF/XML: ");
  }

  @Test
  void whatXmlCannotHoldIsAProblem() {
    String query = "SELECT ?x { BIND(<<( :s :p 'bell\\u0007' )>> AS ?x) }";

    assertThat(
            assertThrows(QueryFailedException.class, () -> write(query, AnswerFormat.XML))
                .problem()
                .message())
        .isEqualTo("this answer cannot be written as SPARQL XML: XML has no character U+0007");
    assertThat(
            assertThrows(
                    QueryFailedException.class,
                    () -> write("CONSTRUCT { :s :p 'bell\\u0007' } {}", AnswerFormat.RDFXML))
                .problem()
                .message())
        .contains("RDF/XML")
        .doesNotContain("\u0007");
  }

  private static String write(String body, AnswerFormat format)
      throws IOException, QueryFailedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return new QueryRunner(Graphs.store(DATA), Duration.ofSeconds(20))
        .run(
            Sparql.parse(Graphs.query(body)),
            (_, answer) -> {
              AnswerWriter.write(answer, format, out);
              return out.toString(StandardCharsets.UTF_8);
            });
  }
}
