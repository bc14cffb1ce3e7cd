package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the canonical form whatever the graph is, tried on graphs made at random. */
class CanonicalTurtlePropertiesTest {

  private static final Map<String, String> PREFIXES =
      Map.of(
          "e",
          "http://e/",
          "x",
          "http://e/x#",
          "",
          "http://empty/",
          "xsd",
          "http://www.w3.org/2001/XMLSchema#");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static String write(List<Triple> triples) {
    Outcome<String> outcome = new TurtleWriter("f.ttl", triples, PREFIXES).write();
    assertThat(outcome.problems()).isEmpty();
    return ((Outcome.Ok<String>) outcome).value();
  }

  private static Document document(String text) {
    return new Document("f.ttl", Lang.TURTLE, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void itReadsBackAsTheSameGraphAndIsItsOwnCanonicalFormInWhateverOrder(long seed) {
    List<Triple> triples = new RandomGraph(seed).triples();
    String text = write(triples);

    Outcome<Reading> reading = RdfReader.read(document(text));
    assertThat(reading.problems()).isEmpty();
    List<Triple> back =
        ((Outcome.Ok<Reading>) reading).value().quads().stream().map(Quad::asTriple).toList();
    assertThat(graph(back).isIsomorphicWith(graph(triples)))
        .as("same graph from%n%s", text)
        .isTrue();

    assertThat(CanonicalTurtle.format(document(text))).isEqualTo(Outcome.of(text));

    List<Triple> shuffled = new ArrayList<>(triples);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(write(shuffled)).isEqualTo(text);
    assertThat(write(back)).isEqualTo(text);
  }

  private static Graph graph(List<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }
}
