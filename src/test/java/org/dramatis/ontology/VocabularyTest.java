package org.dramatis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.model.Namespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every term is explained, named as its kind is, and at home in exactly one module. */
class VocabularyTest {

  private static final Graph ALL = OntologyFiles.graph(OntologyFiles.modules());
  private static final Set<Node> KINDS =
      Set.of(
          OWL.Class.asNode(),
          OWL.ObjectProperty.asNode(),
          OWL.DatatypeProperty.asNode(),
          OWL.AnnotationProperty.asNode());

  static Stream<Path> modules() {
    return OntologyFiles.modules().stream();
  }

  static Stream<Node> terms() {
    return subjects(ALL).filter(VocabularyTest::isDeclared);
  }

  @Test
  void thereAreAFewClassesAndManyProperties() {
    assertThat(terms().filter(term -> has(term, OWL.Class.asNode()))).hasSizeBetween(20, 25);
    assertThat(terms()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void aTermIsExplained(Node term) {
    assertThat(text(term, RDFS.Nodes.label)).matches("[A-Za-z].*[^.]");
    assertThat(text(term, SKOS.definition.asNode())).matches("(?s)[A-Z].*[.]");
    assertThat(text(term, SKOS.example.asNode())).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("terms")
  void aTermIsNamedAsItsKindIs(Node term) {
    String name = name(term);
    assertThat(name)
        .matches(has(term, OWL.Class.asNode()) ? "[A-Z][A-Za-z]+" : "[a-z][A-Za-z0-9]+");
  }

  @ParameterizedTest
  @MethodSource("terms")
  void aTermLeadsToAQueryThatUsesIt(Node term) throws IOException {
    String address = Namespaces.BASE + "queries/";
    List<String> queries =
        ALL.find(term, RDFS.Nodes.seeAlso, Node.ANY)
            .mapWith(statement -> statement.getObject().getURI())
            .filterKeep(uri -> uri.startsWith(address))
            .toList();
    assertThat(queries).isNotEmpty();
    for (String query : queries) {
      Path file = Path.of("queries", query.substring(address.length()) + ".rq");
      assertThat(Files.readString(file)).containsPattern("\\bd:" + name(term) + "\\b");
    }
  }

  @ParameterizedTest
  @MethodSource("terms")
  void anExampleShowsTheTermAndNamesOnlyTermsThatThereAre(Node term) {
    String example = text(term, SKOS.example.asNode());
    if (!has(term, OWL.Class.asNode())) {
      List<Node> narrower =
          ALL.find(Node.ANY, RDFS.Nodes.subPropertyOf, term).mapWith(Triple::getSubject).toList();
      assertThat(Stream.concat(Stream.of(term), narrower.stream()))
          .anyMatch(shown -> example.matches(".*\\bd:" + name(shown) + "\\b.*"));
    }
    assertThat(Pattern.compile("\\bd:([A-Za-z0-9]+)").matcher(example).results())
        .extracting(found -> found.group(1))
        .allMatch(name -> isDeclared(NodeFactory.createURI(Namespaces.TERMS + name)));
  }

  @Test
  void noTwoTermsAreExplainedAlike() {
    assertThat(terms().map(term -> text(term, SKOS.definition.asNode()))).doesNotHaveDuplicates();
    assertThat(terms().map(term -> kind(term) + " " + text(term, RDFS.Nodes.label)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleDefinesWhatItHolds(Path file) {
    Graph module = OntologyFiles.graph(List.of(file));
    Node ontology = ontology(module);
    assertThat(subjects(module).filter(OntologyFiles::isTerm))
        .allMatch(term -> module.contains(term, RDFS.Nodes.isDefinedBy, ontology))
        .allMatch(VocabularyTest::isDeclared);
    assertThat(module.find(Node.ANY, RDFS.Nodes.isDefinedBy, Node.ANY).toList())
        .extracting(Triple::getObject)
        .allMatch(ontology::equals);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleIsNamedAfterItsFileAndVersion(Path file) {
    Graph module = OntologyFiles.graph(List.of(file));
    String iri = ontology(module).getURI();
    assertThat(iri)
        .isEqualTo(
            switch (file.toString()) {
              case "ontology/dramatis.ttl" -> Namespaces.ONTOLOGY;
              case "ontology/schemes/schemes.ttl" -> Namespaces.ONTOLOGY + "/schemes";
              default -> Namespaces.ONTOLOGY + file.toString().replaceAll("^ontology|[.]ttl$", "");
            });
    Node version =
        module.find(Node.ANY, OWL2.versionIRI.asNode(), Node.ANY).toList().getFirst().getObject();
    String number =
        module
            .find(Node.ANY, OWL.versionInfo.asNode(), Node.ANY)
            .toList()
            .getFirst()
            .getObject()
            .getLiteralLexicalForm();
    assertThat(version.getURI()).isEqualTo(iri + "/" + number);
  }

  @Test
  void theWholeVocabularyImportsEveryModule() {
    Set<Node> imported = new HashSet<>();
    follow(NodeFactory.createURI(Namespaces.ONTOLOGY), imported);
    assertThat(imported)
        .containsExactlyInAnyOrderElementsOf(
            ALL.find(Node.ANY, RDF.Nodes.type, OWL.Ontology.asNode())
                .mapWith(Triple::getSubject)
                .toList());
  }

  private static void follow(Node ontology, Set<Node> imported) {
    if (imported.add(ontology)) {
      ALL.find(ontology, OWL.imports.asNode(), Node.ANY)
          .toList()
          .forEach(triple -> follow(triple.getObject(), imported));
    }
  }

  private static Node ontology(Graph module) {
    List<Triple> declared = module.find(Node.ANY, RDF.Nodes.type, OWL.Ontology.asNode()).toList();
    assertThat(declared).hasSize(1);
    return declared.getFirst().getSubject();
  }

  private static Stream<Node> subjects(Graph graph) {
    return graph.find().mapWith(Triple::getSubject).toList().stream().distinct();
  }

  private static boolean isDeclared(Node term) {
    return OntologyFiles.isTerm(term) && KINDS.stream().anyMatch(kind -> has(term, kind));
  }

  private static boolean has(Node term, Node kind) {
    return ALL.contains(term, RDF.Nodes.type, kind);
  }

  private static String kind(Node term) {
    return has(term, OWL.Class.asNode()) ? "class" : "property";
  }

  private static String name(Node term) {
    return term.getURI().substring(Namespaces.TERMS.length());
  }

  private static String text(Node term, Node property) {
    List<Triple> found = ALL.find(term, property, Node.ANY).toList();
    assertThat(found).hasSize(1);
    return found.getFirst().getObject().getLiteralLexicalForm();
  }
}
