package org.dramatis.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.dramatis.query.budget.Budget;

/**
 * Two answers to one query, from two versions of the data.
 *
 * @param before one
 * @param after the other
 * @param removed what only the first has
 * @param added what only the second has
 */
public record Comparison(Result before, Result after, Rows removed, Rows added) {

  /** No more rows than these are shown of either kind; all are counted. */
  public static final int MOST_SHOWN = 1000;

  /**
   * Rows that only one answer has.
   *
   * @param count how many there are
   * @param shown the first of them, in the order of their text, each as its terms in N-Triples
   */
  public record Rows(long count, List<List<String>> shown) {

    /** Copies the list. */
    public Rows {
      shown = List.copyOf(shown);
    }

    /** Whether there are more than are shown. */
    public boolean isCut() {
      return count > shown.size();
    }
  }

  /** Compares two answers; their blank nodes have the names that they have in the data. */
  public static Comparison of(Result before, Result after, Budget budget) {
    Map<String, Integer> counts = new HashMap<>();
    if (!before.hash().equals(after.hash())) {
      count(before, 1, counts, budget);
      count(after, -1, counts, budget);
    }
    return new Comparison(before, after, rows(counts, 1), rows(counts, -1));
  }

  /** Whether they are the same answer. */
  public boolean isSame() {
    return before.hash().equals(after.hash());
  }

  /** Whether they have the same rows in another order. */
  public boolean isOnlyOrder() {
    return !isSame() && removed.count() == 0 && added.count() == 0;
  }

  private static void count(Result result, int sign, Map<String, Integer> counts, Budget budget) {
    for (Line line : result.lines()) {
      budget.step();
      counts.merge(line.with(Node::getBlankNodeLabel), sign, Integer::sum);
    }
  }

  private static Rows rows(Map<String, Integer> counts, int sign) {
    long count = 0;
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      int times = sign * each.getValue();
      if (times > 0) {
        count += times;
        texts.add(each.getKey());
      }
    }
    List<List<String>> shown =
        texts.stream()
            .sorted()
            .flatMap(
                text -> Collections.nCopies(sign * counts.getOrDefault(text, 0), text).stream())
            .limit(MOST_SHOWN)
            .map(text -> List.of(text.split("\t", -1)))
            .toList();
    return new Rows(count, shown);
  }
}
