package org.dramatis.link.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What persons have said of pairs.
 *
 * @param accepted to which IRIs one is the same
 * @param rejected which it is not
 */
public record Decisions(Map<String, Set<String>> accepted, Map<String, Set<String>> rejected) {

  /** Nobody has said anything. */
  public static final Decisions NONE = new Decisions(Map.of(), Map.of());

  /** Those that a review holds. */
  public static Decisions of(List<Review.Row> rows) {
    Map<String, Set<String>> accepted = new TreeMap<>();
    Map<String, Set<String>> rejected = new TreeMap<>();
    for (Review.Row row : rows) {
      switch (row.decision()) {
        case OPEN -> {}
        case ACCEPTED -> accepted.computeIfAbsent(row.from(), _ -> new TreeSet<>()).add(row.to());
        case REJECTED -> rejected.computeIfAbsent(row.from(), _ -> new TreeSet<>()).add(row.to());
      }
    }
    return new Decisions(accepted, rejected);
  }

  Set<String> accepted(String from) {
    return accepted.getOrDefault(from, Set.of());
  }

  boolean isRejected(String from, String to) {
    return rejected.getOrDefault(from, Set.of()).contains(to);
  }

  Map<String, Integer> numbers(List<Entity> entities) {
    Map<String, Integer> numbers = new HashMap<>();
    if (!accepted.isEmpty()) {
      for (int i = 0; i < entities.size(); i++) {
        numbers.put(entities.get(i).iri(), i);
      }
    }
    return numbers;
  }
}
