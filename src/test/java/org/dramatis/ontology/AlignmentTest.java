package org.dramatis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.Vocabulary.Classes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mappings point at terms that exist, on both sides, and never make a person of a character. The
 * lists in {@code src/test/resources/alignments} were taken from the other vocabularies' own files;
 * {@code docs/alignments.md} says from which.
 */
class AlignmentTest {

  private static final Path ONTOLOGY = Path.of("ontology");
  private static final Path ALIGNMENTS = ONTOLOGY.resolve("alignments");
  private static final Path CHECKED = Path.of("src/test/resources/alignments");
  private static final String IRI = "https://w3id.org/dramatis/ns/alignments/";

  /** Others count characters among persons, so the names of their classes are no protection. */
  private static final Set<String> MORE_PERSONS =
      Set.of(
          "http://www.ebu.ch/metadata/ontologies/ebucoreplus#Character",
          "http://www.ebu.ch/metadata/ontologies/ebucoreplus#FictionalOrganisation",
          "http://xmlns.com/foaf/0.1/Agent",
          "http://xmlns.com/foaf/0.1/Person");

  static List<String> alignments() throws IOException {
    return turtleIn(ALIGNMENTS).map(file -> name(file, ".ttl")).toList();
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void saysWhatItIsAndWhatItWasCheckedAgainst(String name) {
    Graph graph = alignment(name);
    Node ontology = NodeFactory.createURI(IRI + name);
    assertThat(graph.contains(ontology, NodeConst.nodeRDFType, OWL2.Ontology.asNode())).isTrue();
    assertThat(objects(graph, ontology, DCTerms.title.asNode())).hasSize(1);
    assertThat(objects(graph, ontology, DCTerms.description.asNode())).hasSize(1);
    assertThat(objects(graph, ontology, DCTerms.source.asNode())).isNotEmpty();
    assertThat(objects(graph, ontology, OWL2.versionIRI.asNode()))
        .containsExactly(NodeFactory.createURI(IRI + name + "/0.1.0"));
    assertThat(objects(graph, ontology, DCTerms.license.asNode()))
        .containsExactly(NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/"));
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void mapsTermsThatTheVocabularyDefines(String name) throws IOException {
    Graph ours = ontology();
    assertThat(mappings(name)).isNotEmpty();
    assertThat(mappings(name))
        .allSatisfy(mapping -> {
          assertThat(mapping.hasAKnownStrength()).as("%s", mapping).isTrue();
          assertThat(ours.contains(mapping.term(), NodeConst.nodeRDFType, Node.ANY))
              .as("%s is a term of ours", mapping.term())
              .isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void mapsToTermsThatWereSeenInTheOtherVocabulary(String name) throws IOException {
    assertThat(checked(name))
        .containsAll(mappings(name).stream().map(m -> m.target().getURI()).toList());
  }

  @Test
  void everyListBelongsToAnAlignmentAndNamesOnlyWhatIsUsed() throws IOException {
    Set<String> used = new TreeSet<>(foreignTermsOfTheRoles());
    for (String name : alignments()) {
      mappings(name).forEach(mapping -> used.add(mapping.target().getURI()));
    }
    assertThat(lists()).containsExactlyElementsOf(alignments());
    assertThat(allChecked()).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void rolesPointAtTermsThatWereSeenInTheOtherVocabulary() throws IOException {
    assertThat(foreignTermsOfTheRoles()).isNotEmpty();
    assertThat(allChecked()).containsAll(foreignTermsOfTheRoles());
  }

  @Test
  void theVocabularyKnowsNothingOfItsAlignments() throws IOException {
    Set<String> namespaces =
        allChecked().stream()
            .map(AlignmentTest::namespace)
            .collect(Collectors.toCollection(TreeSet::new));
    namespaces.add(IRI);
    Path roles = ONTOLOGY.resolve("schemes/roles.ttl");
    for (Path file : modules().filter(module -> !module.equals(roles)).toList()) {
      assertThat(iris(RDFDataMgr.loadGraph(file.toString())))
          .as("%s", file)
          .noneMatch(iri -> namespaces.contains(namespace(iri)));
    }
    assertThat(iris(RDFDataMgr.loadGraph(roles.toString()))).noneMatch(iri -> iri.startsWith(IRI));
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void noCharacterBecomesAPerson(String name) throws IOException {
    assertThat(charactersMadePersons(mappings(name))).isEmpty();
  }

  @Test
  void aCharacterMadeAPersonIsCaught() throws IOException {
    Graph planted = GraphFactory.createDefaultGraph();
    Node person = NodeFactory.createURI("https://schema.org/Person");
    planted.add(Triple.create(Classes.CHARACTER, RDFS.subClassOf.asNode(), person));
    assertThat(charactersMadePersons(Mapping.of(planted))).hasSize(1);
  }

  /** Mappings by which something fictional would be what somebody else calls an agent. */
  private static List<Mapping> charactersMadePersons(List<Mapping> mappings) throws IOException {
    Set<Node> agents = ours(Classes.AGENT);
    Set<Node> fictional = ours(Classes.FICTIONAL_ENTITY);
    Set<String> persons = new TreeSet<>(MORE_PERSONS);
    for (String name : alignments()) {
      mappings(name).stream()
          .filter(mapping -> agents.contains(mapping.term()))
          .forEach(mapping -> persons.add(mapping.target().getURI()));
    }
    return mappings.stream()
        .filter(mapping -> fictional.contains(mapping.term()))
        .filter(Mapping::binds)
        .filter(mapping -> persons.contains(mapping.target().getURI()))
        .toList();
  }

  /** The class and everything below it. */
  private static Set<Node> ours(Node top) throws IOException {
    Graph ontology = ontology();
    Set<Node> below = new LinkedHashSet<>(Set.of(top));
    while (below.addAll(
        below.stream()
            .flatMap(c -> ontology.stream(Node.ANY, RDFS.subClassOf.asNode(), c))
            .map(Triple::getSubject)
            .toList())) {
      // Each round goes one step further down, until a round finds nothing new.
    }
    return below;
  }

  private static List<Mapping> mappings(String name) {
    return Mapping.of(alignment(name));
  }

  private static Graph alignment(String name) {
    return RDFDataMgr.loadGraph(ALIGNMENTS.resolve(name + ".ttl").toString());
  }

  private static Graph ontology() throws IOException {
    Graph all = GraphFactory.createDefaultGraph();
    modules().forEach(file -> RDFDataMgr.read(all, file.toString()));
    return all;
  }

  private static Stream<Path> modules() throws IOException {
    return Stream.concat(turtleIn(ONTOLOGY), turtleIn(ONTOLOGY.resolve("schemes")));
  }

  /** What the roles call their nearest MARC relator, and the flat properties they stand for. */
  private static Set<String> foreignTermsOfTheRoles() {
    Graph roles = RDFDataMgr.loadGraph(ONTOLOGY.resolve("schemes/roles.ttl").toString());
    Node flat = NodeFactory.createURI("https://w3id.org/dramatis/ns#flatProperty");
    return roles.stream()
        .filter(t -> t.getPredicate().equals(flat) || t.getPredicate().getURI().endsWith("Match"))
        .map(t -> t.getObject().getURI())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> allChecked() throws IOException {
    Set<String> all = new TreeSet<>();
    for (String name : lists()) {
      all.addAll(checked(name));
    }
    return all;
  }

  private static List<String> lists() throws IOException {
    return filesIn(CHECKED, ".txt").map(file -> name(file, ".txt")).toList();
  }

  /** Each line is an IRI, a tab and the label that the term has in its own vocabulary. */
  private static List<String> checked(String name) throws IOException {
    return Files.readAllLines(CHECKED.resolve(name + ".txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }

  private static Set<String> iris(Graph graph) {
    return graph.stream()
        .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
        .filter(Node::isURI)
        .map(Node::getURI)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String namespace(String iri) {
    return iri.substring(0, Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }

  private static List<Node> objects(Graph graph, Node subject, Node predicate) {
    return graph.stream(subject, predicate, Node.ANY).map(Triple::getObject).toList();
  }

  private static Stream<Path> turtleIn(Path folder) throws IOException {
    return filesIn(folder, ".ttl");
  }

  private static Stream<Path> filesIn(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    }
  }

  private static String name(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ending.length());
  }
}
