package org.dramatis.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Whether two collections of tuples are the same but for the names of their blank nodes. Rows,
 * graphs and datasets are all tuples of terms, in which blank nodes may also stand inside triple
 * terms.
 *
 * <p>Blank nodes get colours by where they stand, more and more finely, until that tells no more of
 * them apart. Of those that are still alike one is tried against each of its likes.
 */
final class Isomorphism {

  private static final String THIS_ONE = "*";

  private final List<List<Optional<Node>>> tuples;

  private Isomorphism(List<List<Optional<Node>>> tuples) {
    this.tuples = tuples;
  }

  static boolean between(List<List<Optional<Node>>> one, List<List<Optional<Node>>> other) {
    Isomorphism left = new Isomorphism(one);
    Isomorphism right = new Isomorphism(other);
    return one.size() == other.size() && left.matches(left.uncoloured(), right, right.uncoloured());
  }

  private Map<Node, String> uncoloured() {
    Map<Node, String> colours = new HashMap<>();
    tuples.forEach(
        tuple -> tuple.forEach(term -> term.ifPresent(node -> addBlankNodes(node, colours))));
    return colours;
  }

  private static void addBlankNodes(Node node, Map<Node, String> colours) {
    if (node.isBlank()) {
      colours.put(node, "");
    } else if (node.isTripleTerm()) {
      addBlankNodes(node.getTriple().getSubject(), colours);
      addBlankNodes(node.getTriple().getObject(), colours);
    }
  }

  private boolean matches(
      Map<Node, String> rough, Isomorphism other, Map<Node, String> otherRough) {
    Map<Node, String> colours = refine(rough);
    Map<Node, String> otherColours = other.refine(otherRough);
    if (!signature(colours).equals(other.signature(otherColours))) {
      return false;
    }
    Optional<Node> undecided =
        colours.keySet().stream()
            .filter(node -> Collections.frequency(colours.values(), colours.get(node)) > 1)
            .findFirst();
    if (undecided.isEmpty()) {
      return true;
    }
    Node chosen = undecided.get();
    return otherColours.entrySet().stream()
        .filter(candidate -> candidate.getValue().equals(colours.get(chosen)))
        .anyMatch(candidate ->
            matches(marked(colours, chosen), other, marked(otherColours, candidate.getKey())));
  }

  private static Map<Node, String> marked(Map<Node, String> colours, Node node) {
    Map<Node, String> marked = new HashMap<>(colours);
    marked.merge(node, "!", String::concat);
    return marked;
  }

  private Map<Node, String> refine(Map<Node, String> rough) {
    Map<Node, String> colours = rough;
    while (true) {
      Map<Node, String> finer = refineOnce(colours);
      if (count(finer) == count(colours)) {
        return finer;
      }
      colours = finer;
    }
  }

  private static int count(Map<Node, String> colours) {
    Set<String> distinct = new HashSet<>(colours.values());
    return distinct.size();
  }

  /** The colour of a blank node becomes what is said about it, in terms of the colours so far. */
  private Map<Node, String> refineOnce(Map<Node, String> colours) {
    Map<Node, List<String>> places = new HashMap<>();
    for (List<Optional<Node>> tuple : tuples) {
      Map<Node, String> here = new HashMap<>();
      tuple.forEach(term -> term.ifPresent(node -> addBlankNodes(node, here)));
      for (Node node : here.keySet()) {
        Map<Node, String> seenFromHere = new HashMap<>(colours);
        seenFromHere.put(node, THIS_ONE);
        places.computeIfAbsent(node, _ -> new ArrayList<>()).add(signature(tuple, seenFromHere));
      }
    }
    Map<Node, String> finer = new HashMap<>();
    places.forEach((node, seen) -> {
      Collections.sort(seen);
      finer.put(node, Integer.toHexString((colours.get(node) + seen).hashCode()));
    });
    return finer;
  }

  private List<String> signature(Map<Node, String> colours) {
    return tuples.stream().map(tuple -> signature(tuple, colours)).sorted().toList();
  }

  private static String signature(List<Optional<Node>> tuple, Map<Node, String> colours) {
    StringBuilder signature = new StringBuilder();
    for (Optional<Node> term : tuple) {
      signature.append(term.map(node -> signature(node, colours)).orElse("")).append('\u0000');
    }
    return signature.toString();
  }

  private static String signature(Node node, Map<Node, String> colours) {
    if (node.isBlank()) {
      return "_:" + colours.get(node);
    }
    if (node.isTripleTerm()) {
      Triple triple = node.getTriple();
      return "<<(%s %s %s)>>"
          .formatted(
              signature(triple.getSubject(), colours),
              triple.getPredicate(),
              signature(triple.getObject(), colours));
    }
    return node.isLiteral() ? LiteralText.of(node) : "<" + node + ">";
  }
}
