package org.dramatis.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.model.Labels;
import org.dramatis.model.Terms;
import org.dramatis.model.Vocabulary.Properties;

/** What connects things: a statement, or a credit that both are part of. */
final class Edges {

  private static final List<Node> ENDS =
      List.of(Properties.AGENT, Properties.CHARACTER, Properties.WORK);

  private final Graph data;
  private final int most;
  private final Consumer<Triple> cost;
  private final Map<Node, String> words = new HashMap<>();
  private boolean cut;

  /**
   * The edges in a graph.
   *
   * @param most how many statements with the same end are read
   * @param cost is told every statement that is read, and may throw to end the work
   */
  Edges(Graph data, int most, Consumer<Triple> cost) {
    this.data = data;
    this.most = most;
    this.cost = cost;
  }

  /**
   * A way from a thing to another.
   *
   * @param relation its name, with an arrow in front if it is said the other way round
   */
  record Edge(Node from, Node to, String relation) {}

  /** Those of its own statements. */
  List<Edge> from(Node thing) {
    return find(thing, Node.ANY, Node.ANY).stream()
        .filter(triple -> Kinds.isThing(triple.getObject()))
        .map(triple -> new Edge(thing, triple.getObject(), word(triple.getPredicate())))
        .toList();
  }

  /** Those of the statements of others. */
  List<Edge> to(Node thing) {
    return find(Node.ANY, Node.ANY, thing).stream()
        .filter(triple -> Kinds.isThing(triple.getSubject()))
        .map(triple -> new Edge(thing, triple.getSubject(), "← " + word(triple.getPredicate())))
        .toList();
  }

  /** Those between any two of whom a credit of the thing tells, once each. */
  List<Edge> ofCredits(Node thing) {
    List<Edge> edges = new ArrayList<>();
    for (Node end : ENDS) {
      for (Triple credited : find(Node.ANY, end, thing)) {
        if (Kinds.isCredit(credited.getSubject())) {
          addCredit(credited.getSubject(), edges);
        }
      }
    }
    return edges;
  }

  private void addCredit(Node credit, List<Edge> edges) {
    String role =
        find(credit, Properties.ROLE, Node.ANY).stream()
            .map(triple -> word(triple.getObject()))
            .sorted()
            .collect(Collectors.joining(", "));
    List<Node> told = new ArrayList<>();
    for (Node end : ENDS) {
      for (Triple triple : find(credit, end, Node.ANY)) {
        Node one = triple.getObject();
        if (Kinds.isThing(one)) {
          told.forEach(other -> edges.add(new Edge(other, one, role.isEmpty() ? word(end) : role)));
          told.add(one);
        }
      }
    }
  }

  /** Whether there was more than was read. */
  boolean areCut() {
    return cut;
  }

  private List<Triple> find(Node subject, Node predicate, Node object) {
    List<Triple> found = new ArrayList<>();
    Iterator<Triple> all = data.find(subject, predicate, object);
    while (all.hasNext() && found.size() < most) {
      Triple triple = all.next();
      cost.accept(triple);
      found.add(triple);
    }
    cut |= all.hasNext();
    return found;
  }

  private String word(Node term) {
    return words.computeIfAbsent(
        term, unknown -> Labels.of(data, unknown).orElseGet(() -> Terms.show(unknown)));
  }
}
