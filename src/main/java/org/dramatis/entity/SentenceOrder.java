package org.dramatis.entity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sentences are counted through the text, so a passage further on has no smaller number. */
final class SentenceOrder {

  private SentenceOrder() {}

  /** As many of the passages as can be right together; the others are those out of order. */
  static Set<Finding.Verified> longest(List<Finding.Verified> passages) {
    List<Finding.Verified> sorted =
        passages.stream()
            .sorted(
                Comparator.comparingInt(Finding.Verified::start)
                    .thenComparingInt(Finding.Verified::sentence))
            .toList();
    int[] length = new int[sorted.size()];
    int[] before = new int[sorted.size()];
    int best = -1;
    for (int i = 0; i < sorted.size(); i++) {
      length[i] = 1;
      before[i] = -1;
      for (int j = 0; j < i; j++) {
        if (sorted.get(j).sentence() <= sorted.get(i).sentence() && length[j] >= length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      best = best < 0 || length[i] > length[best] ? i : best;
    }
    Set<Finding.Verified> chain = new HashSet<>();
    for (int i = best; i >= 0; i = before[i]) {
      chain.add(sorted.get(i));
    }
    return chain;
  }
}
