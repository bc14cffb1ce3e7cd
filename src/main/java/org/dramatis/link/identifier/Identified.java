package org.dramatis.link.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.Labels;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Properties;

/**
 * An entity with all that other catalogues call it.
 *
 * @param entity which
 * @param label what it is listed as, if it is
 * @param types what it is
 * @param identifiers in the order of their schemes
 * @param labels what its types, and those who say so, are called
 */
public record Identified(
    Node entity,
    Optional<String> label,
    List<Node> types,
    List<Held> identifiers,
    Map<Node, String> labels) {

  private static final Node REIFIES = RDF.reifies.asNode();

  /** Reads all of one entity. */
  static Identified of(Graph graph, Schemes schemes, Node entity) {
    List<Held> held = new ArrayList<>();
    for (Scheme scheme : schemes.all()) {
      graph
          .find(entity, scheme.property(), Node.ANY)
          .filterKeep(triple -> triple.getObject().isLiteral())
          .toList()
          .stream()
          .sorted(Comparator.comparing(triple -> triple.getObject().getLiteralLexicalForm()))
          .forEach(triple ->
              held.add(
                  new Held(
                      scheme, triple.getObject().getLiteralLexicalForm(), claims(graph, triple))));
    }
    List<Node> types = types(graph, entity);
    return new Identified(
        entity, Labels.of(graph, entity), types, held, labels(graph, types, held));
  }

  /** The schemes of which it has several identifiers, which are then not all right. */
  public Map<String, List<Held>> doubtful() {
    Map<String, List<Held>> doubtful = new TreeMap<>();
    identifiers.forEach(held ->
        doubtful
            .computeIfAbsent(held.scheme().property().getURI(), _ -> new ArrayList<>())
            .add(held));
    doubtful.values().removeIf(held -> held.size() == 1);
    return doubtful;
  }

  private static List<Held.Said> claims(Graph graph, Triple statement) {
    return graph
        .find(Node.ANY, REIFIES, NodeFactory.createTripleTerm(statement))
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .sorted(TermOrder.INSTANCE)
        .map(claim ->
            new Held.Said(
                claim,
                value(graph, claim, Properties.SOURCE),
                value(graph, claim, Properties.MODALITY),
                value(graph, claim, Properties.CERTAINTY)))
        .toList();
  }

  private static Optional<Node> value(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).nextOptional().map(Triple::getObject);
  }

  private static List<Node> types(Graph graph, Node entity) {
    return graph
        .find(entity, RDF.Nodes.type, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .sorted(TermOrder.INSTANCE)
        .toList();
  }

  /** Everything but the entity that is named when its identifiers are told. */
  private static Map<Node, String> labels(Graph graph, List<Node> types, List<Held> identifiers) {
    Set<Node> named = new HashSet<>(types);
    identifiers.stream()
        .flatMap(held -> held.claims().stream())
        .flatMap(said -> Stream.of(said.source(), said.modality(), said.certainty()))
        .flatMap(Optional::stream)
        .forEach(named::add);
    return Labels.of(graph, named);
  }
}
