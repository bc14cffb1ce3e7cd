package org.dramatis.entity.ontology;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.model.Labels;
import org.dramatis.model.Namespaces;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Terms;

/** Reads what the vocabulary says of its terms. */
final class TermReader {

  private static final Node DEFINITION = SKOS.definition.asNode();
  private static final Node EXAMPLE = SKOS.example.asNode();

  /** What is told in a place of its own. */
  private static final Set<Node> TOLD =
      Set.of(RDF.Nodes.type, RDFS.Nodes.label, RDFS.Nodes.isDefinedBy, DEFINITION, EXAMPLE);

  /** What relates terms to each other, and is worth reading from the other end as well. */
  private static final List<Node> BACKWARDS =
      List.of(
          RDFS.Nodes.subClassOf,
          RDFS.Nodes.subPropertyOf,
          RDFS.Nodes.domain,
          RDFS.Nodes.range,
          OWL2.inverseOf.asNode());

  private final Graph data;
  private final Consumer<Triple> cost;

  TermReader(Graph data, Consumer<Triple> cost) {
    this.data = data;
    this.cost = cost;
  }

  /** The terms of a module: classes first, each kind in the order of its names. */
  List<Term> definedBy(Node module) {
    return data
        .find(Node.ANY, RDFS.Nodes.isDefinedBy, module)
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .flatMap(node -> term(node).stream())
        .sorted(Comparator.comparing(Term::kind).thenComparing(Term::localName))
        .toList();
  }

  private Optional<Term> term(Node node) {
    List<Triple> said = data.find(node, Node.ANY, Node.ANY).toList();
    said.forEach(cost);
    Set<Node> types =
        said.stream()
            .filter(triple -> triple.predicateMatches(RDF.Nodes.type))
            .map(Triple::getObject)
            .collect(Collectors.toCollection(HashSet::new));
    return Kind.of(types)
        .map(kind ->
            new Term(
                node,
                kind,
                Labels.of(data, node).orElseGet(() -> Terms.show(node)),
                Labels.text(data, node, DEFINITION, Optional.empty()),
                said.stream()
                    .filter(triple -> triple.predicateMatches(EXAMPLE))
                    .map(Triple::getObject)
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .sorted()
                    .toList(),
                grouped(
                    said.stream().filter(triple -> !TOLD.contains(triple.getPredicate())),
                    Triple::getObject),
                grouped(pointing(node), Triple::getSubject),
                kind == Kind.CONCEPT_SCHEME ? concepts(node) : List.of()));
  }

  private Stream<Triple> pointing(Node node) {
    return BACKWARDS.stream()
        .flatMap(property -> data.find(Node.ANY, property, node).toList().stream())
        .filter(triple -> isTerm(triple.getSubject()))
        .peek(cost);
  }

  private static boolean isTerm(Node node) {
    return node.isURI() && node.getURI().startsWith(Namespaces.TERMS);
  }

  private List<Term.Concept> concepts(Node scheme) {
    return data
        .find(Node.ANY, SKOS.inScheme.asNode(), scheme)
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .map(concept ->
            new Term.Concept(
                concept,
                Labels.of(data, concept).orElseGet(() -> Terms.show(concept)),
                Labels.text(data, concept, DEFINITION, Optional.empty())))
        .sorted(
            Comparator.comparing(Term.Concept::label)
                .thenComparing(concept -> concept.node().getURI()))
        .toList();
  }

  private static Map<Node, List<Node>> grouped(
      Stream<Triple> statements, Function<Triple, Node> what) {
    Map<Node, List<Node>> grouped = new TreeMap<>(TermOrder.INSTANCE);
    grouped.putAll(
        statements.collect(
            Collectors.groupingBy(
                Triple::getPredicate, Collectors.mapping(what, Collectors.toList()))));
    grouped.replaceAll((_, nodes) -> nodes.stream().sorted(TermOrder.INSTANCE).toList());
    return grouped;
  }
}
