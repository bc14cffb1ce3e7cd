package org.dramatis.link.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Something that entities have and by which they are told apart. */
public sealed interface Property permits StatedProperty, DerivedProperty {

  /**
   * What an entity has.
   *
   * @param node the value
   * @param evidence the statements from which it follows
   */
  record Value(Node node, List<Triple> evidence) {

    /** Copies the list. */
    public Value {
      evidence = List.copyOf(evidence);
    }
  }

  /** By which it is asked for. */
  String id();

  /** What it is called. */
  String title();

  /** What is meant. */
  Optional<String> description();

  /** Whether nothing else has the same value. */
  boolean identifies();

  /** Whether entities of a class have it. */
  boolean isOf(EntityType type, Schema schema);

  /** What an entity has. */
  List<Value> values(Graph graph, Node entity);

  /** The entities that have a value, if they can be found by it. */
  Stream<Node> holders(Graph graph, Node value);
}
