package org.dramatis.link.match;

import java.util.EnumMap;
import java.util.Map;
import org.dramatis.link.match.Profile.Neighbour;

/**
 * How many of the other side nobody is linked to yet. Each is linked once, so only these are left
 * to choose from: who is one of the last two episodes of a series is told by less than who is one
 * of all.
 */
final class Remaining {

  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
  private final int[] parts;
  private final Profiles to;
  private int all;

  Remaining(Profiles to) {
    this.to = to;
    this.parts = new int[to.size()];
    for (int i = 0; i < to.size(); i++) {
      count(i, 1);
    }
  }

  /** Somebody is linked to it. */
  void take(int target) {
    count(target, -1);
  }

  private void count(int target, int change) {
    Profile profile = to.get(target);
    all += change;
    kinds.merge(profile.kind(), change, Integer::sum);
    if (profile.whole().orElse(null) instanceof Neighbour.Known(int whole)) {
      parts[whole] += change;
    }
  }

  /** How many are left that may be of a kind. */
  int of(Kind kind) {
    return Math.max(
        1,
        kind == Kind.OTHER ? all : kinds.getOrDefault(kind, 0) + kinds.getOrDefault(Kind.OTHER, 0));
  }

  /** How many parts of an entity are left. */
  int partsOf(int whole) {
    return Math.max(1, parts[whole]);
  }
}
