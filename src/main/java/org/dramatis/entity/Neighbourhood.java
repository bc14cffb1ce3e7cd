package org.dramatis.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.model.Labels;
import org.dramatis.model.NaturalOrder;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Terms;

/**
 * The things around a thing, as the graph asserts them: those that a statement leads to or comes
 * from, and those that share a credit with it. What is denied or hedged is not asserted and leads
 * nowhere.
 *
 * @param thing in the middle
 * @param label what it is called
 * @param groups the things around it by their kinds, the largest part of the story first
 * @param ties which of them belong together without the middle
 * @param cut whether there are more than these
 */
public record Neighbourhood(
    Node thing, String label, List<Group> groups, List<Tie> ties, boolean cut) {

  /** How many things around are told. */
  public static final int MOST = 300;

  /** What has more statements than this is not read to the end. */
  private static final int MOST_READ = 5_000;

  /** Takes copies of the lists. */
  public Neighbourhood {
    groups = List.copyOf(groups);
    ties = List.copyOf(ties);
  }

  /**
   * Things of one kind.
   *
   * @param kind the word for it in their IRIs, such as {@code person}
   * @param members in the order in which a reader looks for them
   */
  public record Group(String kind, List<Neighbour> members) {

    /** Takes a copy of the list. */
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * A thing around.
   *
   * @param relations by what it is connected, each once
   */
  public record Neighbour(Node thing, String label, List<String> relations) {

    /** Takes a copy of the list. */
    public Neighbour {
      relations = List.copyOf(relations);
    }
  }

  /**
   * Two things around that belong together.
   *
   * @param relation by what
   */
  public record Tie(Node one, Node other, String relation) {}

  /**
   * What is around a thing.
   *
   * @param cost is told every statement that is read, and may throw to end the work
   */
  public static Neighbourhood of(Graph data, Node thing, Consumer<Triple> cost) {
    Edges edges = new Edges(data, MOST_READ, cost);
    List<Edges.Edge> credits = edges.ofCredits(thing);
    List<Neighbour> all = neighbours(data, thing, edges, credits);
    List<Neighbour> told = fairly(all);
    return new Neighbourhood(
        thing,
        label(data, thing),
        groups(told),
        ties(told, edges, credits),
        told.size() < all.size() || edges.areCut());
  }

  private static List<Neighbour> neighbours(
      Graph data, Node thing, Edges edges, List<Edges.Edge> credits) {
    Map<Node, SortedSet<String>> around = new LinkedHashMap<>();
    Stream.of(edges.from(thing), edges.to(thing), credits)
        .flatMap(List::stream)
        .forEach(edge -> {
          if (edge.from().equals(thing) != edge.to().equals(thing)) {
            Node other = edge.from().equals(thing) ? edge.to() : edge.from();
            around.computeIfAbsent(other, _ -> new TreeSet<>()).add(edge.relation());
          }
        });
    return around.entrySet().stream()
        .map(entry ->
            new Neighbour(
                entry.getKey(), label(data, entry.getKey()), List.copyOf(entry.getValue())))
        .sorted(
            Comparator.comparing(Neighbour::label, NaturalOrder.INSTANCE)
                .thenComparing(Neighbour::thing, TermOrder.INSTANCE))
        .toList();
  }

  private static String label(Graph data, Node node) {
    return Labels.of(data, node).orElseGet(() -> Terms.show(node));
  }

  private static Map<String, List<Neighbour>> byKind(List<Neighbour> neighbours) {
    Map<String, List<Neighbour>> kinds = new TreeMap<>(Kinds.ORDER);
    neighbours.forEach(neighbour ->
        kinds.computeIfAbsent(Kinds.of(neighbour.thing()), _ -> new ArrayList<>()).add(neighbour));
    return kinds;
  }

  private static List<Group> groups(List<Neighbour> neighbours) {
    return byKind(neighbours).entrySet().stream()
        .map(kind -> new Group(kind.getKey(), kind.getValue()))
        .toList();
  }

  /** Of each kind the first ones in turn, so that no kind is crowded out by a large one. */
  private static List<Neighbour> fairly(List<Neighbour> all) {
    if (all.size() <= MOST) {
      return all;
    }
    List<List<Neighbour>> kinds = List.copyOf(byKind(all).values());
    List<Neighbour> told = new ArrayList<>();
    for (int turn = 0; told.size() < MOST; turn++) {
      for (List<Neighbour> kind : kinds) {
        if (turn < kind.size() && told.size() < MOST) {
          told.add(kind.get(turn));
        }
      }
    }
    return told;
  }

  private static List<Tie> ties(List<Neighbour> told, Edges edges, List<Edges.Edge> credits) {
    Set<Node> around = new LinkedHashSet<>();
    told.forEach(neighbour -> around.add(neighbour.thing()));
    Map<Set<Node>, Tie> ties = new LinkedHashMap<>();
    Stream.concat(credits.stream(), around.stream().flatMap(one -> edges.from(one).stream()))
        .filter(edge -> !edge.from().equals(edge.to()))
        .filter(edge -> around.contains(edge.from()) && around.contains(edge.to()))
        .forEach(edge ->
            ties.putIfAbsent(
                Set.of(edge.from(), edge.to()), new Tie(edge.from(), edge.to(), edge.relation())));
    return List.copyOf(ties.values());
  }
}
