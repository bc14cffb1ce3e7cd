package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableBlankNodesTest {

  private static final Node SOURCE = NodeFactory.createURI("http://e/source");

  private static List<Triple> read(String turtle) {
    byte[] bytes = ("PREFIX e: <http://e/> " + turtle).getBytes(StandardCharsets.UTF_8);
    Outcome<Reading> outcome = RdfReader.read(new Document("f", Lang.TURTLE, bytes));
    return ((Outcome.Ok<Reading>) outcome).value().quads().stream().map(Quad::asTriple).toList();
  }

  private static Set<Triple> relabelled(String turtle) {
    return StableBlankNodes.relabel(SOURCE, read(turtle));
  }

  private static Graph graph(Iterable<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e:a e:b [ e:c 1 ] , [ e:c 2 ] , [ e:c 1 ] .",
        "e:a e:b ( 1 ( 2 [ e:c ( ) ] ) 1 ) .",
        "[] a e:T ; e:of ( e:x e:y ) . [] a e:T ; e:of ( e:x e:z ) .",
        "e:a e:b [] , [] ."
      })
  void theSameTextReadTwiceGivesTheSameStatements(String turtle) {
    List<Triple> read = read(turtle);
    Set<Triple> first = StableBlankNodes.relabel(SOURCE, read);
    assertThat(relabelled(turtle)).isEqualTo(first);
    assertThat(graph(first).isIsomorphicWith(graph(read))).as("the same graph").isTrue();
    assertThat(first).as("no statement is lost").hasSameSizeAs(new HashSet<>(read));
  }

  @Test
  void theOrderOfTheTextDoesNotMatter() {
    assertThat(relabelled("e:a e:b [ e:c 1 ; e:d [ e:e 2 ] ] . e:f e:g ( 1 2 ) ."))
        .isEqualTo(relabelled("e:f e:g ( 1 2 ) . e:a e:b [ e:d [ e:e 2 ] ; e:c 1 ] ."));
  }

  @Test
  void aChangeInOneListLeavesTheOthersAlone() {
    Set<Triple> kept = relabelled("e:a e:b ( 1 2 3 ) . e:c e:d ( 4 5 ) .");
    kept.retainAll(relabelled("e:a e:b ( 1 2 3 ) . e:c e:d ( 4 6 ) ."));
    assertThat(graph(kept).isIsomorphicWith(graph(read("e:a e:b ( 1 2 3 ) .")))).isTrue();
  }

  @Test
  void twoSourcesDoNotShareABlankNode() {
    Set<Triple> shared = relabelled("e:a e:b [ e:c 1 ] .");
    shared.retainAll(
        StableBlankNodes.relabel(
            NodeFactory.createURI("http://e/other"), read("e:a e:b [ e:c 1 ] .")));
    assertThat(shared).isEmpty();
  }

  @Test
  void aListOfThousandsIsNoTrouble() {
    String turtle = "e:a e:b ( " + "e:x ".repeat(20_000) + ") .";
    assertThat(relabelled(turtle)).hasSize(40_001).isEqualTo(relabelled(turtle));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e:a e:b _:x . e:c e:d _:x .",
        "_:x e:a _:y . _:y e:a _:x .",
        "e:a e:b <<( _:x e:c e:d )>> ."
      })
  void aGraphWithBlankNodesThatAreNotNestedIsLeftAsItWasRead(String turtle) {
    List<Triple> read = read(turtle);
    assertThat(StableBlankNodes.relabel(SOURCE, read)).containsExactlyElementsOf(read);
  }
}
