package org.dramatis.link.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A property of the ontology, as the sources state it.
 *
 * @param iri which
 * @param id what is behind the namespace of the ontology
 * @param title what it is called
 * @param description what is meant
 * @param including it and the properties that say the same more closely
 * @param domains the classes of what has it; none if anything may
 * @param identifies whether it is the identifier in a catalogue
 */
public record StatedProperty(
    Node iri,
    String id,
    String title,
    Optional<String> description,
    Set<Node> including,
    Set<Node> domains,
    boolean identifies)
    implements Property {

  /** Copies the sets. */
  public StatedProperty {
    including = Set.copyOf(including);
    domains = Set.copyOf(domains);
  }

  @Override
  public boolean isOf(EntityType type, Schema schema) {
    return domains.isEmpty() || domains.stream().anyMatch(schema.broadened(type)::contains);
  }

  @Override
  public List<Value> values(Graph graph, Node entity) {
    return including.stream()
        .flatMap(property -> graph.find(entity, property, Node.ANY).toList().stream())
        .map(triple -> new Value(triple.getObject(), List.of(triple)))
        .toList();
  }

  @Override
  public Stream<Node> holders(Graph graph, Node value) {
    return including.stream()
        .flatMap(property -> graph.find(Node.ANY, property, value).toList().stream())
        .map(Triple::getSubject)
        .filter(Node::isURI);
  }
}
