package org.dramatis.query.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.IteratorOfNodes;
import org.dramatis.query.budget.Sizes;

/**
 * Where property paths lead (SPARQL 1.1, 18.4). However long a way through the data is, it takes no
 * more stack than the path has signs, and nodes are handed on as soon as they are reached.
 */
final class PathWalk {

  private final Graph graph;
  private final Budget budget;

  PathWalk(Graph graph, Budget budget) {
    this.graph = graph;
    this.budget = budget;
  }

  /** The nodes at the end of the path from this node, as often as the path leads there. */
  Iterator<Node> ends(Path path, Node start) {
    return walk(path, start, true, false);
  }

  /** The nodes from which the path leads to this node, as often as it does. */
  Iterator<Node> starts(Path path, Node end) {
    return walk(path, end, false, false);
  }

  /** Every node of the graph at which the path can begin, and perhaps more; each of them once. */
  Iterator<Node> candidates(Path path) {
    return candidates(path, true);
  }

  /**
   * Where the path leads.
   *
   * @param forward from its start to its end
   * @param once whether it is enough to reach each node once, and not as often as the path says
   */
  private Iterator<Node> walk(Path path, Node from, boolean forward, boolean once) {
    return switch (path) {
      case P_Link link -> step(from, link.getNode(), forward);
      case P_ReverseLink link -> step(from, link.getNode(), !forward);
      case P_Inverse inverse -> walk(inverse.getSubPath(), from, !forward, once);
      case P_NegPropSet negated -> others(negated, from, forward);
      case P_Alt alternatives ->
          Iter.concat(
              walk(alternatives.getLeft(), from, forward, once),
              walk(alternatives.getRight(), from, forward, once));
      case P_Seq sequence -> {
        Path first = forward ? sequence.getLeft() : sequence.getRight();
        Path second = forward ? sequence.getRight() : sequence.getLeft();
        Iterator<Node> between = walk(first, from, forward, once);
        yield Iter.flatMap(
            once && !(first instanceof P_Path0) ? distinct(between) : between,
            node -> walk(second, node, forward, once));
      }
      case P_ZeroOrOne optional ->
          distinct(
              Iter.concat(
                  Iter.singletonIterator(from), walk(optional.getSubPath(), from, forward, true)));
      case P_ZeroOrMore1 repeated -> {
        Reach reach = new Reach(repeated.getSubPath(), forward);
        reach.arriveAt(from);
        yield reach;
      }
      case P_OneOrMore1 repeated -> {
        Reach reach = new Reach(repeated.getSubPath(), forward);
        reach.goOnFrom(from);
        yield reach;
      }
      default -> throw new IllegalArgumentException("not a path of SPARQL: " + path);
    };
  }

  private Iterator<Node> step(Node from, Node property, boolean forward) {
    return forward
        ? Iter.map(graph.find(from, property, Node.ANY), Triple::getObject)
        : Iter.map(graph.find(Node.ANY, property, from), Triple::getSubject);
  }

  private Iterator<Node> others(P_NegPropSet negated, Node from, boolean forward) {
    List<Node> along = forward ? negated.getFwdNodes() : negated.getBwdNodes();
    List<Node> against = forward ? negated.getBwdNodes() : negated.getFwdNodes();
    Iterator<Node> ends =
        along.isEmpty()
            ? Iter.nullIterator()
            : Iter.map(
                Iter.filter(graph.find(from, Node.ANY, Node.ANY), not(along)), Triple::getObject);
    return against.isEmpty()
        ? ends
        : Iter.concat(
            ends,
            Iter.map(
                Iter.filter(graph.find(Node.ANY, Node.ANY, from), not(against)),
                Triple::getSubject));
  }

  private static Predicate<Triple> not(List<Node> properties) {
    Set<Node> excluded = Set.copyOf(properties);
    return triple -> !excluded.contains(triple.getPredicate());
  }

  private Iterator<Node> distinct(Iterator<Node> nodes) {
    Set<Node> seen = new HashSet<>();
    return Iter.filter(nodes, node -> isNew(node, seen));
  }

  private boolean isNew(Node node, Set<Node> seen) {
    budget.step();
    boolean fresh = seen.add(node);
    if (fresh) {
      budget.charge(Sizes.ENTRY);
    }
    return fresh;
  }

  /** Everything that can be reached by repeating a path; each node once. */
  private final class Reach extends IteratorOfNodes {
    private final Path path;
    private final boolean forward;
    private final Set<Node> reached = new HashSet<>();
    private final Deque<Node> toGoOnFrom = new ArrayDeque<>();
    private Iterator<Node> current = Iter.nullIterator();

    Reach(Path path, boolean forward) {
      this.path = path;
      this.forward = forward;
    }

    void arriveAt(Node node) {
      current = Iter.singletonIterator(node);
    }

    void goOnFrom(Node node) {
      current = walk(path, node, forward, true);
    }

    @Override
    public boolean advance() {
      while (true) {
        while (current.hasNext()) {
          Node node = current.next();
          if (isNew(node, reached)) {
            toGoOnFrom.add(node);
            found(node);
            return true;
          }
        }
        if (toGoOnFrom.isEmpty()) {
          return false;
        }
        goOnFrom(toGoOnFrom.remove());
      }
    }
  }

  private Iterator<Node> candidates(Path path, boolean forward) {
    return switch (path) {
      case P_Link link -> ofStatements(link.getNode(), forward);
      case P_ReverseLink link -> ofStatements(link.getNode(), !forward);
      case P_Inverse inverse -> candidates(inverse.getSubPath(), !forward);
      case P_OneOrMore1 repeated -> candidates(repeated.getSubPath(), forward);
      case P_Alt alternatives ->
          distinct(
              Iter.concat(
                  candidates(alternatives.getLeft(), forward),
                  candidates(alternatives.getRight(), forward)));
      case P_Seq sequence -> {
        Path first = forward ? sequence.getLeft() : sequence.getRight();
        yield candidates(first, forward);
      }
      default ->
          distinct(
              Iter.flatMap(
                  graph.find(),
                  triple -> List.of(triple.getSubject(), triple.getObject()).iterator()));
    };
  }

  private Iterator<Node> ofStatements(Node property, boolean forward) {
    Iterator<Triple> statements = graph.find(Node.ANY, property, Node.ANY);
    return distinct(Iter.map(statements, forward ? Triple::getSubject : Triple::getObject));
  }
}
