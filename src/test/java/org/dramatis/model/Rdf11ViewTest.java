package org.dramatis.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rdf11ViewTest {

  @Test
  void aReifierGetsThePartsOfItsTriple() {
    Graph view =
        Rdf11View.of(
            Graphs.turtle(
                "claim:1 rdf:reifies <<( :s :p \"o\"@en )>> ; d:layer :real . :s :p :o2 ."));

    assertIsomorphic(
        view,
        """
        claim:1 rdf:subject :s ; rdf:predicate :p ; rdf:object "o"@en ; d:layer :real .
        :s :p :o2 .
        """);
  }

  @Test
  void aTripleTermElsewhereBecomesANodeThatDescribesIt() {
    Graph view =
        Rdf11View.of(Graphs.turtle(":a :says <<( :s :p :o )>> . :b :says <<( :s :p :o )>> ."));

    assertIsomorphic(
        view,
        """
        :a :says _:t . :b :says _:t .
        _:t a rdf:TripleTerm ; rdf:ttSubject :s ; rdf:ttPredicate :p ; rdf:ttObject :o .
        """);
  }

  @Test
  void theDirectionOfATextIsLeftOut() {
    Graph view = Rdf11View.of(Graphs.turtle(":s :p \"a\"@ar--rtl ."));

    assertIsomorphic(view, ":s :p \"a\"@ar .");
  }

  @Test
  void aReifierOfTwoTriplesKeepsThemApart() {
    Graph view =
        Rdf11View.of(Graphs.turtle("claim:1 rdf:reifies <<( :s :p 1 )>>, <<( :s :q 2 )>> ."));

    assertThat(view.contains(Node.ANY, Rdf11View.SUBJECT, Node.ANY)).isFalse();
    assertThat(view.find(Node.ANY, Rdf11View.REIFIES, Node.ANY).toList()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claim:1 rdf:reifies <<( :s :p :o )>> ; d:layer :real .",
        ":c a d:Claim ; rdf:reifies <<( :s :p 12.50 )>> .",
        ":s :p :o ~ claim:7 {| d:layer :fiction |} .",
        "claim:1 rdf:reifies <<( :s :p :o )>>, <<( :s :p :o2 )>> .",
        "claim:1 rdf:reifies <<( :s :p <<( :a :b <<( :c :d 1 )>> )>> )>> .",
        ":a :b <<( :c :d <<( :e :f :g )>> )>> . :h :i <<( :e :f :g )>> .",
        ":a :b <<( _:x :d _:x )>> . _:x :e [ :f ( 1 2 ) ] .",
        ":statement a rdf:Statement ; rdf:subject :s ; rdf:predicate :p ; rdf:object :o .",
        "claim:1 rdf:reifies <<( :s :p :o )>> ; rdf:subject :other .",
        ":unknown rdf:reifies :nothing .",
      })
  void whatWasFlattenedIsRestored(String turtle) {
    Graph graph = Graphs.turtle(turtle);

    Graph view = Rdf11View.of(graph);

    assertThat(view.stream().noneMatch(Rdf11ViewTest::isRdf12)).isTrue();
    assertThat(Rdf11Restoration.of(view).isIsomorphicWith(graph)).isTrue();
  }

  @Test
  void partsThatDoNotMakeATripleStayAsTheyAre() {
    Graph graph =
        Graphs.turtle("claim:1 rdf:subject :s ; rdf:predicate :p . _:t a rdf:TripleTerm .");

    assertThat(Rdf11Restoration.of(graph).isIsomorphicWith(graph)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_:t a rdf:TripleTerm ; rdf:ttSubject :s ; rdf:ttPredicate :p ; rdf:ttObject _:t .",
        """
        _:t a rdf:TripleTerm ; rdf:ttSubject :s ; rdf:ttPredicate :p ; rdf:ttObject _:u .
        _:u a rdf:TripleTerm ; rdf:ttSubject :s ; rdf:ttPredicate :p ; rdf:ttObject _:t .
        """,
      })
  void aNodeThatDescribesItselfIsNoTripleTerm(String turtle) {
    Graph graph = Graphs.turtle(turtle);

    assertThat(Rdf11Restoration.of(graph).isIsomorphicWith(graph)).isTrue();
  }

  @Test
  void prefixesGoAlong() {
    Graph view = Rdf11View.of(Graphs.turtle(":s :p :o ."));

    assertThat(view.getPrefixMapping().getNsPrefixURI("claim"))
        .isEqualTo("https://w3id.org/dramatis/claim/a/");
    assertThat(Rdf11Restoration.of(view).getPrefixMapping().getNsPrefixURI("claim")).isNotNull();
  }

  private static boolean isRdf12(Triple triple) {
    return triple.getObject().isTripleTerm();
  }

  private static void assertIsomorphic(Graph actual, String expected) {
    assertThat(actual.isIsomorphicWith(Graphs.turtle(expected))).as(actual.toString()).isTrue();
  }
}
