package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdfReaderTest {

  private static final String HEAD =
      "PREFIX e: <http://e/>\nPREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n";

  private static Document document(Lang lang, String text) {
    return new Document("f", lang, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Places and what is wrong there, without the advice. */
  private static List<String> faults(Lang lang, String text) {
    return RdfReader.read(document(lang, text)).problems().stream()
        .map(problem -> problem.place() + " " + problem.what())
        .toList();
  }

  private static List<String> statements(Lang lang, String text) {
    Outcome<Reading> outcome = RdfReader.read(document(lang, text));
    assertThat(outcome.problems()).isEmpty();
    Reading reading = ((Outcome.Ok<Reading>) outcome).value();
    return reading.quads().stream().map(RdfReaderTest::show).sorted().toList();
  }

  private static String show(Quad quad) {
    String graph = quad.isDefaultGraph() ? "" : " " + NodeFmtLib.strNT(quad.getGraph());
    return NodeFmtLib.strNT(quad.getSubject())
        + " "
        + NodeFmtLib.strNT(quad.getPredicate())
        + " "
        + NodeFmtLib.strNT(quad.getObject())
        + graph;
  }

  @Nested
  class Turtle {

    private List<String> faultsOf(String text) {
      return faults(Lang.TURTLE, HEAD + text);
    }

    @Test
    void everyBadIriAndLiteralOfAFileIsReported() {
      assertThat(
              faultsOf(
                  """
                  e:a e:b <relative> , <http://e/a b> ;
                      e:c "x"^^xsd:integer , "2022-02-30"^^xsd:date ;
                      e:d "x"@not_a-tag .
                  e:a e:b <http://e/%zz> .
                  """))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:3:9 Relative IRI: relative"),
              fault -> assertThat(fault).startsWith("f:3:22 Bad IRI: <http://e/a b>"),
              fault -> assertThat(fault).startsWith("f:4:9 Lexical form 'x' not valid"),
              fault -> assertThat(fault).startsWith("f:4:28 Lexical form '2022-02-30' not valid"),
              fault -> assertThat(fault).startsWith("f:5:"),
              fault -> assertThat(fault).startsWith("f:6:9 Bad IRI: <http://e/%zz>"));
    }

    @Test
    void aSyntaxErrorDoesNotHideWhatComesAfterIt() {
      assertThat(faultsOf("e:a e:b ] .\ne:c e:d <x> .\ne:e e:f ; .\ne:g e:h <y> .\n"))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:3:9 "),
              fault -> assertThat(fault).isEqualTo("f:4:9 Relative IRI: x"),
              fault -> assertThat(fault).startsWith("f:5:9 "),
              fault -> assertThat(fault).isEqualTo("f:6:9 Relative IRI: y"));
    }

    @Test
    void aMissingFullStopCostsNoStatement() {
      assertThat(faultsOf("e:a e:b e:c\ne:d e:e <x> .\n"))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:4:1 Triples not terminated"),
              fault -> assertThat(fault).isEqualTo("f:4:9 Relative IRI: x"));
    }

    @Test
    void fullStopsInsideStringsIrisNumbersAndCommentsEndNothing() {
      assertThat(
              faultsOf(
                  """
                  e:a e:b ] ; e:c \"""one .
                  two . \\""\" . \""" , "a . b" , 'c . d' , <http://e/x.> , 1.5 ; # e .
                    e:d e:e .
                  e:f e:g <x> .
                  """))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:3:9 "),
              fault -> assertThat(fault).isEqualTo("f:6:9 Relative IRI: x"));
    }

    @Test
    void aStringThatIsNotClosedIsReportedOnItsOwnLine() {
      assertThat(faultsOf("e:a e:b \"open .\ne:c e:d e:e .\ne:f e:g <x> .\n"))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:3 "),
              fault -> assertThat(fault).isEqualTo("f:5:9 Relative IRI: x"));
    }

    @Test
    void prefixesAndBaseAreKeptAcrossAnError() {
      assertThat(
              faults(
                  Lang.TURTLE,
                  "BASE <http://base/>\n" + HEAD + "e:a e:b ] .\n<a> e:b <c> .\nu:a e:b e:c ."))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:4:9 "),
              fault -> assertThat(fault).isEqualTo("f:6:1 Undefined prefix: u"));
    }

    @Test
    void aBrokenDirectiveInTheMannerOfSparqlEndsWithItsLine() {
      assertThat(faults(Lang.TURTLE, "PREFIX e <http://e/>\nPREFIX f: <http://f/>\nf:a f:b <x> ."))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:1:8 "),
              fault -> assertThat(fault).isEqualTo("f:3:9 Relative IRI: x"));
    }

    @Test
    void columnsAreCountedInCharactersAndNotInSurrogates() {
      assertThat(faultsOf("e:a e:b \"\uD83D\uDE00\uD83D\uDE00\" , <x> ."))
          .containsExactly("f:3:16 Relative IRI: x");
    }

    @Test
    void moreThanAHundredProblemsAreCutShortAndSaidToBe() {
      String many =
          IntStream.range(0, 300)
              .mapToObj(i -> "e:a e:b <r" + i + "> .\n")
              .collect(Collectors.joining());
      List<Problem> problems = RdfReader.read(document(Lang.TURTLE, HEAD + many)).problems();
      assertThat(problems).hasSize(101);
      assertThat(problems.getLast())
          .isInstanceOfSatisfying(
              Problem.TooMany.class, more -> assertThat(more.listed()).isEqualTo(100));
    }

    @Test
    void aHundredProblemsExactlyAreNotSaidToBeMore() {
      String many =
          IntStream.range(0, 100)
              .mapToObj(i -> "e:a e:b <r" + i + "> .\n")
              .collect(Collectors.joining());
      assertThat(RdfReader.read(document(Lang.TURTLE, HEAD + many)).problems())
          .hasSize(100)
          .noneMatch(Problem.TooMany.class::isInstance);
    }

    @Test
    void nestingWithoutEndIsRefusedAndNotFatal() {
      String deep = "e:a e:b " + "[ e:b ".repeat(50_000) + "1" + "]".repeat(50_000) + " .";
      assertThat(faultsOf(deep)).containsExactly("f The document is nested too deeply");
    }

    @Test
    void aByteOrderMarkIsNamed() {
      assertThat(faults(Lang.TURTLE, "\uFEFFPREFIX e: <http://e/>\n"))
          .containsExactly("f:1:1 the text begins with a byte order mark");
    }

    @Test
    void whiteSpaceAroundANumberIsRefused() {
      assertThat(faultsOf("e:a e:b \" 1\"^^xsd:integer , \" a \"^^xsd:string ."))
          .containsExactly("f Lexical form ' 1' has white space around its value");
    }

    @Test
    void theLastStatementNeedsItsFullStop() {
      assertThat(faultsOf("e:a e:b e:c")).singleElement().asString().contains("not terminated");
    }

    @Test
    void aReifierOfRdf12IsReadInAllItsForms() {
      assertThat(
              statements(
                  Lang.TURTLE,
                  HEAD
                      + """
                      e:a e:b e:c ~ e:r1 ~ e:r2 {| e:by e:x |} .
                      e:r3 <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( e:a e:b e:d )>> .
                      << e:a e:b "no"@en ~ e:r4 >> e:by e:y .
                      """))
          .containsExactly(
              "<http://e/a> <http://e/b> <http://e/c>",
              reifies("r1", "<http://e/c>"),
              "<http://e/r2> <http://e/by> <http://e/x>",
              reifies("r2", "<http://e/c>"),
              reifies("r3", "<http://e/d>"),
              "<http://e/r4> <http://e/by> <http://e/y>",
              reifies("r4", "\"no\"@en"));
    }

    private String reifies(String reifier, String object) {
      return "<http://e/%s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <http://e/a> <http://e/b> %s )>>"
          .formatted(reifier, object);
    }

    @Test
    void declaredPrefixesAreKnownInTheirOrder() {
      Outcome<Reading> outcome = RdfReader.read(document(Lang.TURTLE, HEAD));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Ok.class,
              ok ->
                  assertThat(((Reading) ok.value()).prefixes().keySet())
                      .containsExactly("e", "xsd"));
    }

    @Test
    void anEmptyDocumentSaysNothing() {
      assertThat(statements(Lang.TURTLE, "")).isEmpty();
    }
  }

  @Nested
  class OtherSyntaxes {

    @Test
    void inTrigAnErrorInOneGraphDoesNotHideThoseInTheNext() {
      assertThat(
              faults(
                  Lang.TRIG,
                  HEAD
                      + """
                      e:g { e:a e:b ] . e:a e:b <x> . e:c u:d e:f }
                      e:h { e:a e:b <y> }
                      e:a e:b <z> .
                      """))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:3:15 "),
              fault -> assertThat(fault).isEqualTo("f:3:27 Relative IRI: x"),
              fault -> assertThat(fault).isEqualTo("f:3:37 Undefined prefix: u"),
              fault -> assertThat(fault).isEqualTo("f:4:15 Relative IRI: y"),
              fault -> assertThat(fault).isEqualTo("f:5:9 Relative IRI: z"));
    }

    @Test
    void inNTriplesEachBadLineIsReported() {
      assertThat(
              faults(
                  Lang.NTRIPLES,
                  """
                  <http://e/a> <http://e/b> <http://e/c>
                  <http://e/a> <http://e/b> <relative> .
                  # a comment
                  <http://e/a> <http://e/b> "x"^^<http://www.w3.org/2001/XMLSchema#int> .
                  nonsense
                  <http://e/a> <http://e/b> 'x' .
                  """))
          .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
          .containsExactly("f:1:39", "f:2:27", "f:4:27", "f:5:1", "f:6:27");
    }

    @Test
    void inNQuadsEachBadLineIsReported() {
      assertThat(
              faults(
                  Lang.NQUADS,
                  """
                  <http://e/a> <http://e/b> <http://e/c> <http://e/g> <http://e/h> .
                  <http://e/a> <http://e/b> <http://e/c> "g" .
                  <http://e/a> <http://e/b> <http://e/c> <g> .
                  """))
          .extracting(fault -> fault.substring(0, fault.indexOf(':', 2)))
          .containsExactly("f:1", "f:2", "f:3");
    }

    @Test
    void inRdfXmlBadLiteralsAreReportedTogether() {
      assertThat(
              faults(
                  Lang.RDFXML,
                  """
                  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
                    <rdf:Description rdf:about="http://e/a">
                      <e:n rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">x</e:n>
                      <e:n rdf:datatype="http://www.w3.org/2001/XMLSchema#date">y</e:n>
                    </rdf:Description>
                  </rdf:RDF>
                  """))
          .satisfiesExactly(
              fault -> assertThat(fault).startsWith("f:3:").contains("'x'"),
              fault -> assertThat(fault).startsWith("f:4:").contains("'y'"));
    }

    @Test
    void inRdfXmlNothingOutsideTheDocumentIsReadNorPassedOver() {
      assertThat(
              faults(
                  Lang.RDFXML,
                  """
                  <?xml version="1.0"?>
                  <!DOCTYPE r [<!ENTITY e "http://e/"> <!ENTITY secret SYSTEM "file:///etc/hostname">]>
                  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
                    <rdf:Description rdf:about="http://e/a"><e:p>&secret;</e:p></rdf:Description>
                  </rdf:RDF>
                  """))
          .containsExactly(
              "f:2:1 the document type declares more than plain entities, or refers to something outside the document");
    }

    @Test
    void inRdfXmlAnotherEncodingIsRefusedAndNotGuessed() {
      assertThat(
              faults(
                  Lang.RDFXML,
                  """
                  <?xml version="1.0" encoding="ISO-8859-1"?>
                  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>
                  """))
          .containsExactly("f:1:1 the document says that it is not UTF-8 but ISO-8859-1");
    }

    @Test
    void entitiesOfTheDocumentItselfAreFine() {
      assertThat(
              statements(
                  Lang.RDFXML,
                  """
                  <?xml version="1.0" encoding="utf-8"?>
                  <!DOCTYPE r [<!ENTITY e "http://e/">]>
                  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
                    <rdf:Description rdf:about="&e;a"><e:p rdf:resource="&e;b"/></rdf:Description>
                  </rdf:RDF>
                  """))
          .containsExactly("<http://e/a> <http://e/p> <http://e/b>");
    }
  }

  @Nested
  class JsonLd {

    private List<String> faultsOf(String text) {
      return faults(Lang.JSONLD, text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'@context': 'URL', '@id': 'http://e/a'}",
          "{'@context': [{'e': 'http://e/'}, 'URL'], '@id': 'http://e/a'}",
          "{'@context': {'@import': 'URL'}, '@id': 'http://e/a'}",
          "{'@context': {'x': {'@id': 'http://e/x', '@context': 'URL'}}, 'x': {'@id': 'http://e/y'}}"
        })
    void aRemoteContextIsRefusedAndNotFetched(String text) throws IOException {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String url = "http://127.0.0.1:" + server.getLocalPort() + "/context";
        assertThat(faultsOf(text.replace("URL", url).replace('\'', '"')))
            .containsExactly("f The remote context <" + url + "> is not fetched");
        server.setSoTimeout(50);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(server::accept))
            .as("a connection to the server")
            .isInstanceOf(SocketTimeoutException.class);
      }
    }

    @Test
    void aContextInTheDocumentIsFine() {
      assertThat(
              statements(
                  Lang.JSONLD,
                  """
                  {"@context": {"e": "http://e/"}, "@id": "e:a", "e:b": [{"@id": "e:c"}, 1, "x"]}
                  """))
          .containsExactly(
              "<http://e/a> <http://e/b> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
              "<http://e/a> <http://e/b> \"x\"",
              "<http://e/a> <http://e/b> <http://e/c>");
    }

    @Test
    void brokenJsonIsReportedWithItsPlace() {
      assertThat(faultsOf("{\"@id\": \"http://e/a\",\n  oops}"))
          .singleElement()
          .asString()
          .startsWith("f:2:3 ");
    }

    @Test
    void aKeyThatIsThereTwiceIsRefusedForOneOfItsValuesWouldBeLost() {
      assertThat(faultsOf("{\"@id\": \"http://e/a\",\n \"http://e/p\": 1,\n \"http://e/p\": 2}"))
          .singleElement()
          .asString()
          .startsWith("f:3:")
          .contains("'http://e/p' is there twice");
    }

    @Test
    void aTermThatIsNotDefinedIsRefusedAndNotDropped() {
      assertThat(faultsOf("{\"@id\": \"http://e/a\", \"title\": \"x\"}"))
          .containsExactly("f The term 'title' is not defined");
    }

    @Test
    void whatTheProcessorWouldDropIsRefused() {
      assertThat(
              faultsOf(
                  """
                  {"@id": "http://e/a",
                   "http://e/p": [
                     {"@value": "x", "@language": "e n"},
                     {"@value": "x", "@language": "he", "@direction": "rtl"},
                     {"@id": "relative"},
                     {"@id": "http://e/a b"},
                     {"@value": "x", "@type": "http://www.w3.org/2001/XMLSchema#integer"}],
                   "_:p": "x"}
                  """))
          .satisfiesExactlyInAnyOrder(
              fault -> assertThat(fault).isEqualTo("f Language not valid: e n"),
              fault -> assertThat(fault).isEqualTo("f A text has a base direction"),
              fault -> assertThat(fault).isEqualTo("f A predicate is the blank node _:p"),
              fault -> assertThat(fault).isEqualTo("f Relative IRI: relative"),
              fault -> assertThat(fault).startsWith("f Bad IRI: <http://e/a b>"),
              fault -> assertThat(fault).startsWith("f Lexical form 'x' not valid"));
    }
  }

  @Test
  void theSameStatementsAreReadFromEverySyntax() {
    Stream<List<String>> readings =
        Stream.of(
            statements(Lang.TURTLE, "PREFIX e: <http://e/> e:a e:b \"x\"@en, 1 ."),
            statements(Lang.TRIG, "PREFIX e: <http://e/> { e:a e:b \"x\"@en, 1 }"),
            statements(
                Lang.NTRIPLES,
                """
                <http://e/a> <http://e/b> "x"@en .
                <http://e/a> <http://e/b> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
                """),
            statements(
                Lang.RDFXML,
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
                  <rdf:Description rdf:about="http://e/a">
                    <e:b xml:lang="en">x</e:b>
                    <e:b rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</e:b>
                  </rdf:Description>
                </rdf:RDF>
                """));
    assertThat(readings.distinct()).hasSize(1);
  }
}
