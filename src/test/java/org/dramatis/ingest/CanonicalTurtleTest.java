package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTurtleTest {

  private static Document turtle(String text) {
    return new Document("f.ttl", Lang.TURTLE, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String format(String text) {
    Outcome<String> outcome = CanonicalTurtle.format(turtle(text));
    assertThat(outcome.problems()).isEmpty();
    return ((Outcome.Ok<String>) outcome).value();
  }

  private static List<String> refusals(String text) {
    return CanonicalTurtle.format(turtle(text)).problems().stream().map(Problem::what).toList();
  }

  /** The lines below the prefixes. */
  private static String body(String text) {
    return format(text).replaceAll("(?m)^PREFIX .*\\n|^\\n", "");
  }

  @Nested
  class Refused {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "PREFIX e: <http://e/> e:a e:b _:x . e:c e:d _:x .",
          "PREFIX e: <http://e/> e:a e:b _:x ; e:c _:x . _:x e:d 1 .",
          "PREFIX e: <http://e/> e:a e:b (1 _:x) . e:c e:d _:x ."
        })
    void aBlankNodeInTwoPlaces(String text) {
      assertThat(refusals(text)).containsExactly("a blank node is used in more than one place");
    }

    @Test
    void blankNodesInACircle() {
      assertThat(refusals("PREFIX e: <http://e/> _:a e:b _:b . _:b e:b _:a ."))
          .containsExactly("some blank nodes refer to each other in a circle");
      assertThat(refusals("PREFIX e: <http://e/> _:a e:b _:a ."))
          .containsExactly("some blank nodes refer to each other in a circle");
    }

    @Test
    void aBlankNodeInATripleTerm() {
      assertThat(refusals("PREFIX e: <http://e/> e:a e:b <<( _:x e:c e:d )>> . "))
          .containsExactly("a blank node stands inside a triple term");
      assertThat(refusals("PREFIX e: <http://e/> e:a e:b [ e:c 1 ] ~ e:r ."))
          .contains("a blank node stands inside a triple term");
    }

    @Test
    void whatIsNotTurtle() {
      Document ntriples = new Document("f.nt", Lang.NTRIPLES, new byte[0]);
      assertThat(CanonicalTurtle.format(ntriples).problems())
          .extracting(Problem::what)
          .containsExactly("is not Turtle");
    }

    @Test
    void whatCannotBeReadWithTheReadersOwnReasons() {
      assertThat(refusals("PREFIX e: <http://e/> e:a e:b <x> . e:a e:b <y> .")).hasSize(2);
    }
  }

  @Nested
  class Verifying {

    @Test
    void theFirstLineThatDiffersIsNamedWithBothReadings() {
      String text =
          """
          PREFIX e: <http://e/>

          e:a
              e:b 2 ;
              e:b 1 ;
              .
          """;
      assertThat(CanonicalTurtle.verify(turtle(text)))
          .containsExactly(new Problem.NotCanonical(Place.of("f.ttl", 4), "e:b 1 ;", "e:b 2 ;"));
    }

    @Test
    void aMissingEndIsNamedAsTheEnd() {
      String text = "PREFIX e: <http://e/>\n\ne:a\n    e:b 1 ;\n    .";
      assertThat(CanonicalTurtle.verify(turtle(text)))
          .singleElement()
          .isInstanceOfSatisfying(
              Problem.NotCanonical.class,
              problem -> {
                assertThat(problem.expected()).isEmpty();
                assertThat(problem.actual()).isEqualTo("end of file");
              });
    }

    @Test
    void windowsLinesAreNotCanonical() {
      String text = format("PREFIX e: <http://e/> e:a e:b 1 .").replace("\n", "\r\n");
      assertThat(CanonicalTurtle.verify(turtle(text)))
          .singleElement()
          .isInstanceOf(Problem.NotCanonical.class);
    }

    @Test
    void aCommentBetweenStatementsWouldBeLostAndIsReported() {
      String text = format("PREFIX e: <http://e/> e:a e:b 1 .") + "# why\n";
      assertThat(CanonicalTurtle.verify(turtle(text)))
          .singleElement()
          .isInstanceOf(Problem.NotCanonical.class);
    }

    @Test
    void whatIsCanonicalHasNoProblem() {
      assertThat(CanonicalTurtle.verify(turtle(format("PREFIX e: <http://e/> e:a e:b 1, 2 ."))))
          .isEmpty();
    }
  }

  @Nested
  class Form {

    @Test
    void theWholeOfIt() {
      assertThat(
              format(
                  """
                  # What this file is for.
                  #
                  # Its licence.
                  @prefix d: <https://w3id.org/dramatis/ns#> .
                  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
                  @prefix unused: <http://unused/> .
                  @prefix c: <https://w3id.org/dramatis/claim/s/> .
                  @prefix source: <https://w3id.org/dramatis/source/> .
                  @prefix film: <https://w3id.org/dramatis/id/film/> .
                  # This comment is lost.
                  c:10 a d:Claim ; d:source source:s .
                  c:2 d:source source:s ; a d:Claim .
                  c:3 a d:Claim ;
                    rdf:reifies <<( film:f d:sequelOf film:g )>> .
                  film:f d:name "F"@en ~ c:10 ~ c:2 ; a d:Film .
                  source:s a d:Source, d:Article ; rdfs:label "S"@en .
                  """))
          .isEqualTo(
              """
              # What this file is for.
              #
              # Its licence.
              PREFIX c: <https://w3id.org/dramatis/claim/s/>
              PREFIX d: <https://w3id.org/dramatis/ns#>
              PREFIX film: <https://w3id.org/dramatis/id/film/>
              PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
              PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
              PREFIX source: <https://w3id.org/dramatis/source/>

              source:s a d:Article, d:Source ;
                  rdfs:label "S"@en ;
                  .

              c:2 a d:Claim ;
                  d:source source:s ;
                  .

              c:3 a d:Claim ;
                  rdf:reifies <<( film:f d:sequelOf film:g )>> ;
                  .

              c:10 a d:Claim ;
                  d:source source:s ;
                  .

              film:f a d:Film ;
                  d:name "F"@en ~ c:2 ~ c:10 ;
                  .
              """);
    }

    @Test
    void objectsAreIrisThenTripleTermsThenLiterals() {
      assertThat(
              body(
                  "PREFIX e: <http://e/> e:a e:b 10, 9, \"b\", \"a\"@fr, \"a\"@en, \"a\","
                      + " <<( e:x e:y e:z )>>, e:o10, e:o9, [] ."))
          .isEqualTo(
              """
              e:a
                  e:b e:o9 ;
                  e:b e:o10 ;
                  e:b <<( e:x e:y e:z )>> ;
                  e:b 9 ;
                  e:b 10 ;
                  e:b "a"@en ;
                  e:b "a"@fr ;
                  e:b "a" ;
                  e:b "b" ;
                  e:b [] ;
                  .
              """);
    }

    @Test
    void numbersAreShortOnlyWhenTheyAreWrittenInTheUsualWay() {
      assertThat(
              body(
                  """
                  PREFIX e: <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                  e:a e:b 1, -1, 0, "01"^^xsd:integer, "+1"^^xsd:integer, "1"^^xsd:int ;
                    e:c 1.5, -0.5, 1.0, "1.50"^^xsd:decimal, ".5"^^xsd:decimal, "1"^^xsd:decimal ;
                    e:d true, "1"^^xsd:boolean ; e:e 1e0 .
                  """))
          .contains("e:b -1 ;", "e:b 0 ;", "e:b 1 ;")
          .contains(
              "e:b \"01\"^^xsd:integer ;", "e:b \"+1\"^^xsd:integer ;", "e:b \"1\"^^xsd:int ;")
          .contains("e:c 1.5 ;", "e:c -0.5 ;", "e:c 1.0 ;")
          .contains("\"1.50\"^^xsd:decimal", "\".5\"^^xsd:decimal", "\"1\"^^xsd:decimal")
          .contains("e:d true ;", "\"1\"^^xsd:boolean", "\"1e0\"^^xsd:double");
    }

    @Test
    void aTextWithLinesStandsBetweenTripleQuotes() {
      assertThat(body("PREFIX e: <http://e/> e:a e:b \"one\\n\\\"two\\\"\\\\\\r\\u0007\" ."))
          .isEqualTo(
              """
              e:a
                  e:b \"""one
              \\"two\\"\\\\\\r\\u0007\""" ;
                  .
              """);
    }

    @Test
    void whatNoEditorShowsIsEscaped() {
      assertThat(body("PREFIX e: <http://e/> e:a e:b \"a\uFEFFb\u2028c\u0085d\u2019\" ."))
          .contains("\"a\\uFEFFb\\u2028c\\u0085d\u2019\"");
    }

    @Test
    void aListIsOneLineIfItFitsAndElseOneLineAMember() {
      String long1 = "x".repeat(50);
      assertThat(
              body(
                  "PREFIX e: <http://e/> e:a e:b (e:y 1 ()) ; e:c (\"%s\" \"%s\") ; e:d () ."
                      .formatted(long1, long1)))
          .isEqualTo(
              """
              e:a
                  e:b ( e:y 1 () ) ;
                  e:c (
                      "%s"
                      "%s"
                  ) ;
                  e:d () ;
                  .
              """
                  .formatted(long1, long1));
    }

    @Test
    void blankNodesAreNestedAndThoseThatNothingRefersToComeLast() {
      assertThat(
              body(
                  """
                  PREFIX e: <http://e/>
                  [] a e:T ; e:x ( e:c [ e:y 1 ] ) .
                  e:a e:b [ e:z 1 ; a e:U ; e:w [ e:v 2 ] ] , [ e:a 1 ] .
                  """))
          .isEqualTo(
              """
              e:a
                  e:b [
                      e:a 1 ;
                  ] ;
                  e:b [ a e:U ;
                      e:w [
                          e:v 2 ;
                      ] ;
                      e:z 1 ;
                  ] ;
                  .
              [] a e:T ;
                  e:x (
                      e:c
                      [
                          e:y 1 ;
                      ]
                  ) ;
                  .
              """);
    }

    @Test
    void aCellOfAListOfWhichMoreIsSaidIsNoList() {
      assertThat(
              body(
                  """
                  PREFIX e: <http://e/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                  e:a e:b [ rdf:first 1 ; rdf:rest (2) ; e:note "odd" ] .
                  """))
          .contains("rdf:first 1 ;", "rdf:rest ( 2 ) ;", "e:note \"odd\" ;");
    }

    @Test
    void insideATripleTermATruthValueIsWrittenInFullForJenaCannotReadItThere() {
      assertThat(
              body(
                  """
                  PREFIX e: <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                  e:a e:b <<( e:c e:d "true"^^xsd:boolean )>> , <<( e:c e:d 1 )>> , true .
                  """))
          .contains("<<( e:c e:d \"true\"^^xsd:boolean )>>", "<<( e:c e:d 1 )>>", "e:b true ;");
    }

    @Test
    void aTypeCanBeClaimedToo() {
      assertThat(body("PREFIX e: <http://e/> e:a a e:T ~ e:r2 ~ e:r1, e:S ."))
          .isEqualTo(
              """
              e:a a e:S, e:T ~ e:r1 ~ e:r2 ;
                  .
              """);
    }

    @Test
    void aReifierThatIsBlankHasABlockOfItsOwn() {
      assertThat(
              body(
                  """
                  PREFIX e: <http://e/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                  e:a e:b e:c ~ [] .
                  """))
          .contains("e:a\n    e:b e:c ;\n", "[]\n    rdf:reifies <<( e:a e:b e:c )>> ;\n");
    }

    @Test
    void theLongestNamespaceThatFitsGivesThePrefix() {
      assertThat(
              format(
                  """
                  PREFIX z: <http://e/>
                  PREFIX y: <http://e/long/>
                  PREFIX x: <http://e/long/>
                  <http://e/long/a> <http://e/b> <http://e/long/> .
                  """))
          .contains("PREFIX x: <http://e/long/>\nPREFIX z: <http://e/>\n\nx:a\n    z:b x: ;");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "10-20",
          "a.b",
          "a\\.",
          "\\.a",
          "\\-a",
          "a-b",
          "a\\/b",
          "a%20b",
          "\u00E9\u4E2D",
          "",
          "a:b",
          ":",
          "\\(x\\)",
          "Purple_Hearts_\\(2022_film\\)",
          "_a",
          "a\\~",
          "\\#x",
          "it\\'s"
        })
    void aLocalNameIsEscapedOnlyWhereTheGrammarAsksForIt(String local) {
      assertThat(body("PREFIX e: <http://e/> e:s e:p e:" + local + " ."))
          .isEqualTo("e:s\n    e:p e:%s ;\n    .\n".formatted(local));
    }

    @Test
    void aNameThatNoPrefixCanExpressIsWrittenInFull() {
      assertThat(body("PREFIX e: <http://e/> e:s e:p <http://e/\uD83D\uDE00> ."))
          .contains("<http://e/\uD83D\uDE00>");
    }

    @Test
    void anEmptyFileKeepsItsComment() {
      assertThat(format("# Nothing yet.\nPREFIX e: <http://e/>\n")).isEqualTo("# Nothing yet.\n");
    }
  }
}
