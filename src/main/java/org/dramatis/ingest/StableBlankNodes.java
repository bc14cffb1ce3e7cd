package org.dramatis.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.dramatis.model.Sha256;

/**
 * Gives blank nodes labels that follow from what is said of them, so that a document that is read
 * again says the same statements, the difference between two readings is small, and the log of the
 * same documents is the same everywhere.
 *
 * <p>That works for blank nodes that are nested, as lists are. Others are used in several places,
 * in a circle or inside a triple term; a graph that has one of those keeps the labels of its
 * reading.
 */
final class StableBlankNodes {

  private static final int LABEL_DIGITS = 32;

  private final Node source;
  private final Set<Triple> triples;
  private final Runnable check;
  private final Map<Node, List<Triple>> said = new LinkedHashMap<>();
  private final Map<Node, Triple> use = new HashMap<>();
  private final Map<Node, String> content = new HashMap<>();
  private final Map<Node, Node> labels = new HashMap<>();
  private boolean nested = true;

  private StableBlankNodes(Node source, Collection<Triple> statements, Runnable check) {
    this.check = check;
    this.source = source;
    this.triples = new LinkedHashSet<>(statements);
  }

  /** The statements of a source as a set, with stable labels. */
  static Set<Triple> relabel(Node source, Collection<Triple> statements) {
    return relabel(source, statements, () -> {});
  }

  /** The same; the check is made at every statement and node, and may throw to end it. */
  static Set<Triple> relabel(Node source, Collection<Triple> statements, Runnable check) {
    return new StableBlankNodes(source, statements, check).relabel();
  }

  private Set<Triple> relabel() {
    triples.forEach(this::note);
    if (said.isEmpty()) {
      return triples;
    }
    if (nested) {
      digestFromTheLeaves();
    }
    if (!nested || content.size() < said.size()) {
      return triples;
    }
    labelFromTheRoots();
    Set<Triple> renamed = new LinkedHashSet<>();
    for (Triple triple : triples) {
      check.run();
      renamed.add(
          Triple.create(
              label(triple.getSubject()), triple.getPredicate(), label(triple.getObject())));
    }
    return renamed;
  }

  private void note(Triple triple) {
    check.run();
    Node subject = triple.getSubject();
    Node object = triple.getObject();
    if (subject.isBlank()) {
      said.computeIfAbsent(subject, s -> new ArrayList<>()).add(triple);
    }
    if (object.isBlank()) {
      said.computeIfAbsent(object, s -> new ArrayList<>());
      nested &= use.put(object, triple) == null;
    }
    nested &= !mentionsBlank(object);
  }

  static boolean mentionsBlank(Node term) {
    if (!term.isTripleTerm()) {
      return false;
    }
    Triple triple = term.getTriple();
    return triple.getSubject().isBlank()
        || triple.getObject().isBlank()
        || mentionsBlank(triple.getObject());
  }

  /** Without recursion, for a list may have thousands of cells. */
  private void digestFromTheLeaves() {
    Map<Node, Integer> open = new HashMap<>();
    Deque<Node> ready = new ArrayDeque<>();
    said.forEach((node, statements) -> {
      int below = (int) statements.stream().filter(t -> t.getObject().isBlank()).count();
      open.put(node, below);
      if (below == 0) {
        ready.add(node);
      }
    });
    while (!ready.isEmpty()) {
      check.run();
      Node node = ready.remove();
      content.put(
          node,
          digest(said.getOrDefault(node, List.of()).stream().map(this::line).sorted().toList()));
      Triple above = use.get(node);
      if (above != null
          && above.getSubject().isBlank()
          && open.merge(above.getSubject(), -1, Integer::sum) == 0) {
        ready.add(above.getSubject());
      }
    }
  }

  private String line(Triple triple) {
    Node object = triple.getObject();
    String shown = object.isBlank() ? "_:" + content.get(object) : NodeFmtLib.strNT(object);
    return triple.getPredicate().getURI() + " " + shown;
  }

  private void labelFromTheRoots() {
    Map<String, Integer> twins = new HashMap<>();
    Deque<Node> ready = new ArrayDeque<>();
    said.keySet().stream().filter(node -> !isNestedInBlank(node)).forEach(ready::add);
    while (!ready.isEmpty()) {
      check.run();
      Node node = ready.remove();
      String place =
          digest(List.of(source.getURI(), above(node), String.valueOf(content.get(node))));
      int twin = twins.merge(place, 1, Integer::sum);
      labels.put(
          node, NodeFactory.createBlankNode("b" + digest(List.of(place, String.valueOf(twin)))));
      said.getOrDefault(node, List.of()).stream()
          .map(Triple::getObject)
          .filter(Node::isBlank)
          .forEach(ready::add);
    }
  }

  private boolean isNestedInBlank(Node node) {
    Triple above = use.get(node);
    return above != null && above.getSubject().isBlank();
  }

  private String above(Node node) {
    Triple triple = use.get(node);
    return triple == null
        ? ""
        : NodeFmtLib.strNT(label(triple.getSubject())) + " " + triple.getPredicate().getURI();
  }

  private Node label(Node node) {
    return labels.getOrDefault(node, node);
  }

  private static String digest(List<String> parts) {
    String lines = String.join("\n", parts) + '\n';
    return Sha256.of(lines).hex().substring(0, LABEL_DIGITS);
  }
}
