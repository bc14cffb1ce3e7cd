package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What identifiers alone tell. Whatever shares one hangs together, over any number of steps; where
 * that leads to two identifiers of one scheme, or to two entities of one side, something is wrong,
 * and nobody can tell what: then nothing of it is linked.
 */
final class Crosswalk {

  /** Two numbers, each that of an entity on its side. */
  record Pair(int from, int to, List<Entity.Identifier> shared) {}

  private final List<Entity> from;
  private final List<Entity> to;
  private final int[] parent;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Quarantine> quarantined = new ArrayList<>();
  private final TreeSet<Integer> setAside = new TreeSet<>();

  private Crosswalk(Dataset from, Dataset to) {
    this.from = from.entities();
    this.to = to.entities();
    this.parent = IntStream.range(0, this.from.size() + this.to.size()).toArray();
  }

  static Crosswalk of(Dataset from, Dataset to) {
    Crosswalk crosswalk = new Crosswalk(from, to);
    crosswalk.join();
    crosswalk.clusters().forEach(crosswalk::judge);
    return crosswalk;
  }

  List<Pair> pairs() {
    return pairs;
  }

  List<Quarantine> quarantined() {
    return quarantined;
  }

  boolean isSetAsideFrom(int entity) {
    return setAside.contains(entity);
  }

  boolean isSetAsideTo(int entity) {
    return setAside.contains(from.size() + entity);
  }

  private Entity entity(int node) {
    return node < from.size() ? from.get(node) : to.get(node - from.size());
  }

  private void join() {
    Map<Entity.Identifier, Integer> first = new HashMap<>();
    for (int node = 0; node < parent.length; node++) {
      for (Entity.Identifier identifier : entity(node).identifiers()) {
        Integer other = first.putIfAbsent(identifier, node);
        if (other != null) {
          int a = root(other);
          int b = root(node);
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
  }

  private int root(int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private Iterable<List<Integer>> clusters() {
    Map<Integer, List<Integer>> clusters = new TreeMap<>();
    for (int node = 0; node < parent.length; node++) {
      if (root(node) != node) {
        int root = root(node);
        clusters.computeIfAbsent(root, own -> new ArrayList<>(List.of(own))).add(node);
      }
    }
    return clusters.values();
  }

  private void judge(List<Integer> cluster) {
    Optional<String> fault = fault(cluster);
    if (fault.isPresent()) {
      quarantined.add(new Quarantine(fault.get(), cluster.stream().map(this::entity).toList()));
      setAside.addAll(cluster);
    } else {
      List<Entity.Identifier> shared = new ArrayList<>(entity(cluster.get(0)).identifiers());
      shared.retainAll(entity(cluster.get(1)).identifiers());
      pairs.add(new Pair(cluster.get(0), cluster.get(1) - from.size(), List.copyOf(shared)));
    }
  }

  private Optional<String> fault(List<Integer> cluster) {
    Map<String, TreeSet<String>> values = new TreeMap<>();
    cluster.forEach(node ->
        entity(node)
            .identifiers()
            .forEach(each ->
                values.computeIfAbsent(each.scheme(), _ -> new TreeSet<>()).add(each.value())));
    Optional<String> several =
        values.entrySet().stream()
            .filter(scheme -> scheme.getValue().size() > 1)
            .map(scheme ->
                "several identifiers of %s: %s"
                    .formatted(scheme.getKey(), String.join(", ", scheme.getValue())))
            .findFirst();
    if (several.isPresent()) {
      return several;
    }
    long own = cluster.stream().filter(node -> node < from.size()).count();
    if (own != 1 || cluster.size() != 2) {
      return Optional.of("several entities of one side share an identifier");
    }
    Entity one = entity(cluster.get(0));
    Entity other = entity(cluster.get(1));
    return one.kind().mayBe(other.kind())
        ? Optional.empty()
        : Optional.of(
            "one identifier for different kinds: "
                + cluster.stream()
                    .map(node -> entity(node).kind().name())
                    .collect(Collectors.joining(", ")));
  }
}
