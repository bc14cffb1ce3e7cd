package org.dramatis.link.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Properties;

/**
 * An entity with all that other catalogues call it.
 *
 * @param entity which
 * @param label what it is listed as, if it is
 * @param types what it is
 * @param identifiers in the order of their schemes
 */
public record Identified(
    Node entity, Optional<String> label, List<Node> types, List<Held> identifiers) {

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
    return new Identified(entity, label(graph, entity), types(graph, entity), held);
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

  private static Optional<String> label(Graph graph, Node entity) {
    return graph
        .find(entity, RDFS.Nodes.label, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral)
        .toList()
        .stream()
        .min(
            Comparator.<Node, Boolean>comparing(label -> !label.getLiteralLanguage().equals("en"))
                .thenComparing(Node::getLiteralLexicalForm))
        .map(Node::getLiteralLexicalForm);
  }
}
