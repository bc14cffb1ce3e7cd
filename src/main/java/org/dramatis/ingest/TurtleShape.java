package org.dramatis.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** How a set of statements falls into blocks: who is a subject, who is nested, who reifies what. */
final class TurtleShape {

  /** The predicate between a reifier and the triple term that it stands for. */
  static final Node REIFIES = NodeFactory.createURI(RDF.getURI() + "reifies");

  private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
  private final Map<Triple, List<Node>> reifiers = new HashMap<>();
  private final Map<Node, Integer> uses = new HashMap<>();
  private final Set<String> unnestable = new LinkedHashSet<>();

  TurtleShape(Set<Triple> triples) {
    for (Triple triple : triples) {
      Node object = triple.getObject();
      if (StableBlankNodes.mentionsBlank(object)) {
        unnestable.add("a blank node stands inside a triple term");
      }
      if (object.isBlank() && uses.merge(object, 1, Integer::sum) > 1) {
        unnestable.add("a blank node is used in more than one place");
      }
      if (isWrittenWithItsStatement(triple, triples)) {
        reifiers
            .computeIfAbsent(object.getTriple(), t -> new ArrayList<>())
            .add(triple.getSubject());
      } else {
        bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple);
      }
    }
  }

  /** A reifier follows its statement if that is made in the same file, in a block of its own. */
  private static boolean isWrittenWithItsStatement(Triple triple, Set<Triple> triples) {
    Node object = triple.getObject();
    return triple.getPredicate().equals(REIFIES)
        && triple.getSubject().isURI()
        && object.isTripleTerm()
        && !object.getTriple().getPredicate().equals(REIFIES)
        && triples.contains(object.getTriple());
  }

  /** Why the statements cannot be written without labels for blank nodes; mostly empty. */
  Set<String> unnestable() {
    return unnestable;
  }

  List<Node> namedSubjects() {
    return bySubject.keySet().stream().filter(Node::isURI).toList();
  }

  List<Node> blankSubjects() {
    return bySubject.keySet().stream().filter(Node::isBlank).toList();
  }

  /** Blank nodes that nothing refers to. */
  List<Node> blankRoots() {
    return blankSubjects().stream().filter(node -> !uses.containsKey(node)).toList();
  }

  /** What is said of the subject, without what is written elsewhere. */
  Collection<Triple> statements(Node subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  List<Node> reifiers(Triple triple) {
    return reifiers.getOrDefault(triple, List.of());
  }

  /** Whether the node begins a list that ends, and of whose cells nothing else is said. */
  boolean isList(Node head) {
    Set<Node> seen = new LinkedHashSet<>();
    Node cell = head;
    while (cell.isBlank()) {
      List<Triple> said = bySubject.getOrDefault(cell, List.of());
      if (said.size() != 2
          || !has(said, RDF.Nodes.first)
          || !has(said, RDF.Nodes.rest)
          || !seen.add(cell)) {
        return false;
      }
      cell = rest(cell);
    }
    return cell.equals(RDF.Nodes.nil);
  }

  private static boolean has(List<Triple> said, Node predicate) {
    return said.stream().filter(triple -> triple.getPredicate().equals(predicate)).count() == 1;
  }

  Node first(Node cell) {
    return value(cell, RDF.Nodes.first);
  }

  Node rest(Node cell) {
    return value(cell, RDF.Nodes.rest);
  }

  private Node value(Node cell, Node predicate) {
    return statements(cell).stream()
        .filter(triple -> triple.getPredicate().equals(predicate))
        .map(Triple::getObject)
        .findFirst()
        .orElseThrow();
  }
}
