package org.dramatis.citation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.dramatis.model.Sha256;
import org.dramatis.query.budget.Budget;

/**
 * Labels for the blank nodes of an answer that follow from where they stand in it, and not from
 * what anybody calls them.
 */
final class Labels {

  /** The blank node itself in the lines that its label is made of. */
  private static final String SELF = "a";

  /** Stands before the labels that others have so far. */
  private static final String OTHER = "z";

  private Labels() {}

  /**
   * Works them out in rounds: the label of a node is the digest of the lines it stands in, in which
   * the others have their labels of the round before. It ends with the round that tells no more
   * nodes apart than the one before.
   */
  static Map<Node, String> of(List<Line> lines, boolean ordered, Budget budget) {
    Map<Node, List<Integer>> places = places(lines);
    Map<Node, String> labels = new HashMap<>();
    places.keySet().forEach(node -> labels.put(node, ""));
    int told = 1;
    while (!places.isEmpty()) {
      Map<Node, String> next = new HashMap<>();
      places.forEach((node, at) -> next.put(node, label(node, at, lines, ordered, labels, budget)));
      labels.putAll(next);
      int tells = new HashSet<>(next.values()).size();
      if (tells == told) {
        break;
      }
      told = tells;
    }
    return labels;
  }

  private static Map<Node, List<Integer>> places(List<Line> lines) {
    Map<Node, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      for (Node blank : new HashSet<>(lines.get(i).blanks())) {
        places.computeIfAbsent(blank, _ -> new ArrayList<>()).add(i);
      }
    }
    return places;
  }

  private static String label(
      Node node,
      List<Integer> places,
      List<Line> lines,
      boolean ordered,
      Map<Node, String> labels,
      Budget budget) {
    Function<Node, String> label =
        other -> other.equals(node) ? SELF : OTHER + labels.getOrDefault(other, "");
    List<String> texts = new ArrayList<>();
    for (int place : places) {
      budget.step();
      String text = lines.get(place).with(label);
      texts.add(ordered ? place + 1 + "\t" + text : text);
    }
    return digest("", texts, true).hex();
  }

  /** The digest of a heading and lines behind it, in the order of their bytes if they have none. */
  static Sha256 digest(String heading, List<String> lines, boolean sort) {
    List<byte[]> bytes = new ArrayList<>(lines.size());
    lines.forEach(line -> bytes.add((line + "\n").getBytes(StandardCharsets.UTF_8)));
    if (sort) {
      bytes.sort(Arrays::compareUnsigned);
    }
    var engine = Sha256.engine();
    engine.update(heading.getBytes(StandardCharsets.UTF_8));
    bytes.forEach(engine::update);
    return Sha256.of(engine);
  }
}
