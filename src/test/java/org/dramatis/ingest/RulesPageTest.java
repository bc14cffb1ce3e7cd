package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule explains itself in its file, and {@code docs/rules.md} lists them all as they are. */
class RulesPageTest {

  private static final Path PAGE = Path.of("docs/rules.md");
  private static final Node NODE_SHAPE = shacl("NodeShape");
  private static final Node PROPERTY = shacl("property");
  private static final Node PATH = shacl("path");
  private static final Node MESSAGE = shacl("message");
  private static final Node SPARQL = shacl("sparql");

  static Stream<Path> shapes() {
    return RuleFiles.in(RuleFiles.SHAPES, ".ttl");
  }

  static Stream<Path> checks() {
    return RuleFiles.in(RuleFiles.CHECKS, ".rq");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aShapeFileHoldsOneShapeOfItsOwnNameThatExplainsItself(Path file) {
    Graph graph = read(file);
    Node shape = NodeFactory.createURI(RuleFiles.SHAPE + RuleFiles.name(file));
    assertThat(graph.find(Node.ANY, RDF.Nodes.type, NODE_SHAPE).toList())
        .extracting(triple -> triple.getSubject())
        .containsExactly(shape);
    assertThat(text(graph, shape, RDFS.Nodes.label)).isNotBlank();
    assertThat(text(graph, shape, RDFS.Nodes.comment)).endsWith(".");
    assertThat(graph.find(shape, shacl("severity"), Node.ANY).toList()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyPartOfAShapeTellsWhatToDo(Path file) {
    Graph graph = read(file);
    Node shape = NodeFactory.createURI(RuleFiles.SHAPE + RuleFiles.name(file));
    // The engine lets the shape's own message stand for that of a query, which names the culprits.
    List<Triple> queries = graph.find(shape, SPARQL, Node.ANY).toList();
    Node speaker = queries.isEmpty() ? shape : queries.getFirst().getObject();
    assertThat(text(graph, speaker, MESSAGE)).endsWith(".");
    assertThat(graph.find(Node.ANY, SPARQL, Node.ANY).toList()).hasSizeLessThan(2);
    assertThat(graph.contains(shape, MESSAGE, Node.ANY)).isEqualTo(queries.isEmpty());
    assertThat(graph.find(shape, PROPERTY, Node.ANY).toList())
        .allSatisfy(triple -> {
          assertThat(graph.contains(triple.getObject(), PATH, Node.ANY)).isTrue();
          assertThat(text(graph, triple.getObject(), MESSAGE)).endsWith(".");
        });
  }

  @ParameterizedTest
  @MethodSource("checks")
  void aCheckSaysWhyAndSelectsWhatIsAtFaultFirst(Path file) {
    Check check = check(file);
    assertThat(check.title()).doesNotEndWith(".");
    assertThat(check.why()).endsWith(".");
    assertThat(check.query().getResultVars()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void thePageListsEveryRuleAsItsFileHasIt() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| [")).toList();
    Stream<String> ofShapes = shapes().map(RulesPageTest::rowOfShape);
    Stream<String> ofChecks = checks().map(RulesPageTest::rowOfCheck);
    assertThat(rows).containsExactlyElementsOf(Stream.concat(ofShapes, ofChecks).toList());
  }

  private static String rowOfShape(Path file) {
    Graph graph = read(file);
    Node shape = NodeFactory.createURI(RuleFiles.SHAPE + RuleFiles.name(file));
    return row(file, text(graph, shape, RDFS.Nodes.label), text(graph, shape, RDFS.Nodes.comment));
  }

  private static String rowOfCheck(Path file) {
    Check check = check(file);
    return row(file, check.title(), check.why());
  }

  private static String row(Path file, String title, String why) {
    return "| [%s](../%s) | %s | %s |".formatted(RuleFiles.name(file), file, title, why);
  }

  private static Graph read(Path file) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    RuleFiles.value(Document.of(file).then(RdfReader::read))
        .quads()
        .forEach(quad -> graph.add(quad.asTriple()));
    return graph;
  }

  private static Check check(Path file) {
    return RuleFiles.value(Check.load(file.toString(), file));
  }

  /** The one text that the node has under the property. */
  private static String text(Graph graph, Node node, Node property) {
    List<String> texts =
        graph
            .find(node, property, Node.ANY)
            .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
            .toList();
    assertThat(texts).hasSize(1);
    return texts.getFirst();
  }

  private static Node shacl(String name) {
    return NodeFactory.createURI(SHACL.getURI() + name);
  }
}
