package org.dramatis.link.reconcile;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A class that entities have.
 *
 * @param iri which
 * @param id by which it is asked for: what is behind the namespace of the ontology, or the IRI
 * @param name what it is called
 * @param description what is meant
 * @param broader the classes that it is directly part of
 */
public record EntityType(
    Node iri, String id, String name, Optional<String> description, Set<Node> broader) {

  /** Copies the set. */
  public EntityType {
    broader = Set.copyOf(broader);
  }
}
