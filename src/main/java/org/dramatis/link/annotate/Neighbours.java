package org.dramatis.link.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/** What a graph has around the things that a text may speak of. */
final class Neighbours {

  /** Of what has more links than this, not all are looked at. */
  private static final int MOST = 1000;

  /** Whether something is of a story or of the world. */
  enum Layer {
    REAL,
    FICTION
  }

  private static final Set<Node> PEOPLE = Set.of(Classes.PERSON, Classes.CHARACTER);

  private static final Set<Node> FICTION =
      Set.of(
          Classes.CHARACTER, Classes.FICTIONAL_ENTITY, Classes.STORY_EVENT, Classes.STORY_OBJECT);

  /**
   * What is known around something.
   *
   * @param types its classes
   * @param layer where it belongs; empty if nothing tells
   * @param linked what it has to do with
   * @param links how much that is
   */
  record Known(Set<Node> types, Optional<Layer> layer, Set<Node> linked, int links) {

    /** How well known it is, from 0 to 1. */
    double fame() {
      return Math.log1p(links) / Math.log1p(MOST);
    }
  }

  private final Graph graph;
  private final Map<Node, Known> known = new HashMap<>();

  Neighbours(Graph graph) {
    this.graph = graph;
  }

  Known of(Node entity) {
    Known there = known.get(entity);
    if (there == null) {
      there = read(entity);
      known.put(entity, there);
    }
    return there;
  }

  private Known read(Node entity) {
    Set<Node> types = types(entity);
    Set<Node> linked = new HashSet<>();
    Set<Node> between = new HashSet<>();
    each(graph.find(entity, Node.ANY, Node.ANY))
        .forEachRemaining(triple -> put(triple, triple.getObject(), linked, between));
    each(graph.find(Node.ANY, Node.ANY, entity))
        .forEachRemaining(triple -> put(triple, triple.getSubject(), linked, between));
    int links = linked.size() + between.size();
    for (Node credit : between) {
      each(graph.find(credit, Node.ANY, Node.ANY))
          .forEachRemaining(triple -> add(triple.getObject(), linked));
    }
    linked.remove(entity);
    return new Known(types, layer(types), linked, links);
  }

  private static Iterator<Triple> each(Iterator<Triple> triples) {
    return Iter.limit(triples, MOST);
  }

  private void put(Triple triple, Node other, Set<Node> linked, Set<Node> between) {
    boolean credited =
        triple.getPredicate().equals(Properties.AGENT)
            || triple.getPredicate().equals(Properties.CHARACTER)
            || triple.getPredicate().equals(Properties.WORK);
    if (credited && other.equals(triple.getSubject())) {
      between.add(other);
    } else if (!triple.getPredicate().equals(RDF.type.asNode())) {
      add(other, linked);
    }
  }

  private static void add(Node other, Set<Node> linked) {
    if (other.isURI()) {
      linked.add(other);
    }
  }

  /** Whether it is somebody, of the world or of a story. */
  boolean isPerson(Node entity) {
    return of(entity).types().stream().anyMatch(PEOPLE::contains);
  }

  private Set<Node> types(Node entity) {
    return graph.find(entity, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject).toSet();
  }

  private static Optional<Layer> layer(Set<Node> types) {
    if (types.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(types.stream().anyMatch(FICTION::contains) ? Layer.FICTION : Layer.REAL);
  }

  /** What the classes of something are called. */
  Set<String> kinds(Node entity) {
    Set<String> kinds = new HashSet<>();
    for (Node type : of(entity).types()) {
      graph
          .find(type, RDFS.label.asNode(), Node.ANY)
          .mapWith(Triple::getObject)
          .filterKeep(Node::isLiteral)
          .forEachRemaining(label -> kinds.add(label.getLiteralLexicalForm()));
    }
    return kinds;
  }
}
