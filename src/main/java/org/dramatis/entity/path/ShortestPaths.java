package org.dramatis.entity.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.entity.Dossier;
import org.dramatis.model.TermOrder;

/**
 * The shortest ways between two entities, along what the graph asserts. Both ends are gone out from
 * in turn, from the one with fewer things at its edge, so that a thing with very many neighbours is
 * looked at last.
 *
 * @param paths all of the same length, the first in the order of what they lead over; none if they
 *     are not connected within what was looked at
 * @param isWhole whether there is nothing that was not looked at and no path that is not told
 */
public record ShortestPaths(List<Path> paths, boolean isWhole) {

  /** So many paths are told. */
  public static final int MOST_PATHS = 20;

  /** So many statements are looked at. */
  public static final int MOST_STATEMENTS = 100_000;

  private static final Comparator<Triple> ORDER =
      Comparator.comparing(Triple::getSubject, TermOrder.INSTANCE)
          .thenComparing(Triple::getPredicate, TermOrder.INSTANCE)
          .thenComparing(Triple::getObject, TermOrder.INSTANCE);

  /** Copies the list. */
  public ShortestPaths {
    paths = List.copyOf(paths);
  }

  /**
   * Finds them.
   *
   * @param cost is told every statement that is read, and may throw to end the work
   */
  public static ShortestPaths between(Graph data, Node from, Node to, Consumer<Triple> cost) {
    if (from.equals(to)) {
      return new ShortestPaths(List.of(new Path(from, List.of())), true);
    }
    Walk walk = new Walk(data, cost);
    Side here = new Side(from);
    Side there = new Side(to);
    while (!here.edge.isEmpty() && !there.edge.isEmpty() && walk.read < MOST_STATEMENTS) {
      Side next = here.edge.size() <= there.edge.size() ? here : there;
      walk.goOn(next);
      List<Node> met =
          next.edge.stream().filter(other(next, here, there).ways::containsKey).toList();
      if (!met.isEmpty()) {
        return paths(from, met, here, there, walk.read < MOST_STATEMENTS);
      }
    }
    return new ShortestPaths(List.of(), walk.read < MOST_STATEMENTS);
  }

  private static Side other(Side one, Side here, Side there) {
    return one == here ? there : here;
  }

  /** What has been reached from one end: each thing with the statements that lead back. */
  private static final class Side {

    private final SequencedMap<Node, List<Triple>> ways = new LinkedHashMap<>();
    private List<Node> edge;

    Side(Node end) {
      ways.put(end, List.of());
      edge = List.of(end);
    }

    /** All ways from a thing back to the end, in no more than so many. */
    List<List<Triple>> back(Node thing, int most) {
      List<Triple> last = ways.getOrDefault(thing, List.of());
      if (last.isEmpty()) {
        return List.of(List.of());
      }
      List<List<Triple>> all = new ArrayList<>();
      for (Triple statement : last) {
        for (List<Triple> rest : back(Path.other(statement, thing), most)) {
          if (all.size() < most) {
            all.add(Stream.concat(Stream.of(statement), rest.stream()).toList());
          }
        }
      }
      return all;
    }
  }

  /** Goes along the statements of a graph. */
  private static final class Walk {

    private final Graph data;
    private final Consumer<Triple> cost;
    private int read;

    Walk(Graph data, Consumer<Triple> cost) {
      this.data = data;
      this.cost = cost;
    }

    void goOn(Side side) {
      Map<Node, List<Triple>> reached = new HashMap<>();
      for (Node thing : side.edge) {
        for (Triple statement : statements(thing)) {
          Node next = Path.other(statement, thing);
          if (!side.ways.containsKey(next)) {
            reached.computeIfAbsent(next, _ -> new ArrayList<>()).add(statement);
          }
        }
      }
      side.ways.putAll(reached);
      side.edge = reached.keySet().stream().sorted(TermOrder.INSTANCE).toList();
    }

    private List<Triple> statements(Node thing) {
      List<Triple> found = new ArrayList<>();
      Stream.of(Triple.create(thing, Node.ANY, Node.ANY), Triple.create(Node.ANY, Node.ANY, thing))
          .map(data::find)
          .forEach(triples -> {
            try {
              while (triples.hasNext() && read < MOST_STATEMENTS) {
                Triple statement = triples.next();
                read++;
                cost.accept(statement);
                if (Dossier.isOf(statement.getSubject()) && Dossier.isOf(statement.getObject())) {
                  found.add(statement);
                }
              }
            } finally {
              triples.close();
            }
          });
      found.sort(ORDER);
      return found;
    }
  }

  private static ShortestPaths paths(
      Node from, List<Node> met, Side here, Side there, boolean isWhole) {
    List<Path> paths = new ArrayList<>();
    for (Node middle : met) {
      for (List<Triple> back : here.back(middle, MOST_PATHS + 1)) {
        for (List<Triple> on : there.back(middle, MOST_PATHS + 1)) {
          paths.add(new Path(from, Stream.concat(back.reversed().stream(), on.stream()).toList()));
        }
      }
    }
    return new ShortestPaths(
        paths.stream().limit(MOST_PATHS).toList(), isWhole && paths.size() <= MOST_PATHS);
  }
}
