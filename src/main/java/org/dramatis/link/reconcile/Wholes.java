package org.dramatis.link.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.link.reconcile.Property.Value;
import org.dramatis.model.Vocabulary.Properties;

/** What works are parts of, step by step: an episode of a season, a season of a series. */
final class Wholes {

  /** More parts than these are not told apart by being parts. */
  private static final int MOST_PARTS = 1000;

  private Wholes() {}

  /** Everything that a work is a part of, the nearest first. */
  static List<Value> of(Graph graph, Node work) {
    List<Value> wholes = new ArrayList<>();
    Set<Node> seen = new HashSet<>(Set.of(work));
    Deque<Value> next = new ArrayDeque<>(List.of(new Value(work, List.of())));
    while (!next.isEmpty()) {
      Value part = next.remove();
      for (Triple step : graph.find(part.node(), Properties.PART_OF, Node.ANY).toList()) {
        if (step.getObject().isURI() && seen.add(step.getObject())) {
          List<Triple> evidence = new ArrayList<>(part.evidence());
          evidence.add(step);
          Value whole = new Value(step.getObject(), evidence);
          wholes.add(whole);
          next.add(whole);
        }
      }
    }
    return wholes;
  }

  /** Everything that is a part of a work. */
  static Set<Node> parts(Graph graph, Node work) {
    Set<Node> parts = new LinkedHashSet<>();
    Deque<Node> next = new ArrayDeque<>(List.of(work));
    while (!next.isEmpty() && parts.size() < MOST_PARTS) {
      graph
          .find(Node.ANY, Properties.PART_OF, next.remove())
          .mapWith(Triple::getSubject)
          .filterKeep(part -> part.isURI() && parts.add(part))
          .forEach(next::add);
    }
    return parts;
  }
}
