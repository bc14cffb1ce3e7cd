package org.dramatis.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Sha256;
import org.junit.jupiter.api.Test;

class ReadTextTest {

  private static final String SOURCE = Namespaces.source("night-ferry");

  private static Graph graph(String more) {
    DatasetGraph named = DatasetGraphFactory.create();
    RDFParser.fromString(SampleArticle.trig() + more, Lang.TRIG).parse(named);
    Graph graph = GraphFactory.createDefaultGraph();
    named.stream().forEach(quad -> graph.add(quad.asTriple()));
    return graph;
  }

  private static List<Claim> claims(Graph graph) {
    return new Claims(graph).ofSource(NodeFactory.createURI(SOURCE));
  }

  private static String passage(int start, int end, String digest) {
    return """
    source:night-ferry { <https://w3id.org/dramatis/claim/night-ferry/9> rdfs:label "Nine"@en ;
      d:source source:night-ferry ; d:passage <https://w3id.org/dramatis/passage/night-ferry/nine> .
    <https://w3id.org/dramatis/passage/night-ferry/nine> d:document source:night-ferry ;
      d:sentence 2 ; d:start %d ; d:end %d ; d:sha256 "%s" . }
    """
        .formatted(start, end, digest);
  }

  private static String marked(ReadText read) {
    return read.paragraphs().stream()
        .flatMap(paragraph -> paragraph.segments().stream())
        .map(ReadText.Segment::words)
        .collect(Collectors.joining());
  }

  @Test
  void aPassageWhoseWordsHaveAnotherDigestMarksNothing() {
    Graph graph = graph(passage(0, 5, Sha256.of("other").hex()));

    ReadText read = ReadText.of(graph, SampleArticle.TEXT, claims(graph));

    assertThat(read.unplaced()).extracting(Claim::label).containsExactly("Nine");
  }

  @Test
  void aPassageBehindTheEndOfTheTextMarksNothing() {
    Graph graph = graph(passage(10, 5000, Sha256.of("x").hex()));

    assertThat(ReadText.of(graph, SampleArticle.TEXT, claims(graph)).unplaced()).hasSize(1);
  }

  @Test
  void aPassageThatGoesOnInTheNextParagraphIsMarkedInBoth() {
    String words =
        SampleArticle.TEXT.substring(
            SampleArticle.TEXT.indexOf("97"), SampleArticle.TEXT.indexOf("isn’t"));
    int start = SampleArticle.TEXT.codePointCount(0, SampleArticle.TEXT.indexOf("97"));
    int end = start + words.codePointCount(0, words.length());
    Graph graph = graph(passage(start, end, Sha256.of(words).hex()));

    ReadText read = ReadText.of(graph, SampleArticle.TEXT, claims(graph));

    assertThat(read.paragraphs()).hasSize(2);
    assertThat(read.paragraphs().getFirst().segments().getLast().claims())
        .extracting(Claim::label)
        .containsExactly("Nine");
    ReadText.Segment next = read.paragraphs().getLast().segments().getFirst();
    assertThat(next.words()).isEqualTo("It ");
    assertThat(next.ending()).extracting(Claim::label).containsExactly("Nine");
    assertThat(read.paragraphs().getLast().claims())
        .extracting(Claim::label)
        .doesNotContain("Nine");
  }

  @Test
  void noWordIsLostOrDoubledHoweverPassagesOverlap() {
    Graph graph = graph("");

    assertThat(marked(ReadText.of(graph, SampleArticle.TEXT, claims(graph))))
        .isEqualTo(SampleArticle.TEXT.replace("\n", ""));
  }
}
