package org.dramatis.link.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** The best candidates of every entity, and what is the best for both. */
final class Rounds {

  /** Whether two may be one at all, as far as is known. */
  @FunctionalInterface
  interface Allowed {
    boolean mayBe(int from, int to);
  }

  /** An entity of the other side, and how much speaks for it. */
  record Candidate(int to, double bits) {}

  /** Two that are the best for each other, and by how much. */
  record Best(int from, int to, double bits, double lead) {}

  private static final int KEPT = 3;
  private static final int NONE = -1;
  private static final int BETWEEN_LOOKS = 1 << 8;
  private static final double NOBODY = -100;

  private final Blocks blocks;
  private final Comparison comparison;
  private final Allowed allowed;
  private final int[] links;

  /** The kept candidates of each entity one after the other: a million need no objects. */
  private final int[] kept;

  private final double[] bits;

  /** The best of those that were not kept: a rival still. */
  private final double[] dropped;

  Rounds(Blocks blocks, Comparison comparison, Allowed allowed, int[] links) {
    this.blocks = blocks;
    this.comparison = comparison;
    this.allowed = allowed;
    this.links = links;
    this.kept = new int[links.length * KEPT];
    this.bits = new double[links.length * KEPT];
    this.dropped = new double[links.length];
    Arrays.fill(kept, NONE);
    Arrays.fill(dropped, NOBODY);
  }

  /**
   * Compares some entities with all that may be the same. The order of the work does not matter.
   */
  void weigh(int[] entities, String phase, Progress progress) {
    LongAdder done = new LongAdder();
    IntStream.range(0, entities.length)
        .parallel()
        .forEach(i -> {
          done.increment();
          if (i % BETWEEN_LOOKS == 0) {
            progress.at(phase, done.sum(), entities.length);
          }
          weigh(entities[i]);
        });
  }

  private void weigh(int entity) {
    List<Candidate> found = found(entity);
    for (int i = 0; i < KEPT; i++) {
      boolean there = i < found.size();
      kept[entity * KEPT + i] = there ? found.get(i).to() : NONE;
      bits[entity * KEPT + i] = there ? found.get(i).bits() : NOBODY;
    }
    dropped[entity] = found.size() > KEPT ? found.get(KEPT).bits() : NOBODY;
  }

  private List<Candidate> found(int entity) {
    try {
      return Arrays.stream(blocks.candidates(entity, links))
          .filter(other -> allowed.mayBe(entity, other))
          .mapToObj(other -> new Candidate(other, comparison.of(entity, other).bits()))
          .sorted(
              Comparator.comparingDouble((Candidate candidate) -> -candidate.bits())
                  .thenComparingInt(Candidate::to))
          .limit(KEPT + 1L)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The best for an entity that are still free. */
  List<Candidate> candidates(int entity) {
    if (links[entity] >= 0) {
      return List.of();
    }
    List<Candidate> free = new ArrayList<>(KEPT);
    for (int i = entity * KEPT; i < (entity + 1) * KEPT; i++) {
      if (kept[i] != NONE && allowed.mayBe(entity, kept[i])) {
        free.add(new Candidate(kept[i], bits[i]));
      }
    }
    return free;
  }

  /** Whether a candidate that was kept has been linked to another since. */
  boolean hasLost(int entity) {
    return IntStream.range(entity * KEPT, (entity + 1) * KEPT)
        .anyMatch(i -> kept[i] != NONE && !allowed.mayBe(entity, kept[i]));
  }

  /** All that are the best for each other, with what lies between them and the next. */
  List<Best> mutual(int targets) {
    double[] first = new double[targets];
    double[] second = new double[targets];
    int[] whose = new int[targets];
    Arrays.fill(first, NOBODY);
    Arrays.fill(second, NOBODY);
    for (int entity = 0; entity < links.length; entity++) {
      for (Candidate candidate : candidates(entity)) {
        int target = candidate.to();
        if (candidate.bits() > first[target]) {
          second[target] = first[target];
          first[target] = candidate.bits();
          whose[target] = entity;
        } else if (candidate.bits() > second[target]) {
          second[target] = candidate.bits();
        }
      }
    }
    List<Best> mutual = new ArrayList<>();
    for (int entity = 0; entity < links.length; entity++) {
      List<Candidate> own = candidates(entity);
      if (!own.isEmpty() && whose[own.getFirst().to()] == entity) {
        Candidate best = own.getFirst();
        double next = own.size() > 1 ? own.get(1).bits() : dropped[entity];
        double rival = Math.max(next, second[best.to()]);
        mutual.add(new Best(entity, best.to(), best.bits(), best.bits() - rival));
      }
    }
    return mutual;
  }
}
