package org.dramatis.link.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dramatis.link.match.Profile.Form;
import org.dramatis.link.match.Profile.Neighbour;

/**
 * How usual everything is on one side: that two share what is rare tells much, and what everybody
 * has tells nothing.
 */
final class Frequencies {

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> neighbours = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Kind, Integer> kinds = new HashMap<>();
  private final int size;

  private Frequencies(int size) {
    this.size = size;
  }

  static Frequencies of(Profiles profiles) {
    Frequencies frequencies = new Frequencies(profiles.size());
    for (int i = 0; i < profiles.size(); i++) {
      frequencies.count(profiles.get(i), profiles);
    }
    return frequencies;
  }

  private void count(Profile profile, Profiles profiles) {
    kinds.merge(profile.kind(), 1, Integer::sum);
    Set<String> own = new HashSet<>();
    for (Form form : profile.forms()) {
      names.merge(form.key(), 1, Integer::sum);
      own.addAll(form.words());
    }
    own.forEach(word -> words.merge(word, 1, Integer::sum));
    Set<String> near = new HashSet<>();
    for (Neighbour neighbour : profile.related()) {
      profiles.keys(neighbour).forEach(near::add);
    }
    profile.whole().ifPresent(whole -> profiles.keys(whole).forEach(near::add));
    near.forEach(key -> neighbours.merge(key, 1, Integer::sum));
    profile.year().ifPresent(year -> numbers.merge("y" + year, 1, Integer::sum));
    profile.season().ifPresent(season -> numbers.merge("s" + season, 1, Integer::sum));
    profile.episode().ifPresent(episode -> numbers.merge("e" + episode, 1, Integer::sum));
  }

  /** How many entities there are that may be of a kind. */
  int size(Kind kind) {
    return kind == Kind.OTHER
        ? size
        : kinds.getOrDefault(kind, 0) + kinds.getOrDefault(Kind.OTHER, 0);
  }

  int word(String word) {
    return words.getOrDefault(word, 0);
  }

  int name(String key) {
    return names.getOrDefault(key, 0);
  }

  int neighbour(String key) {
    return neighbours.getOrDefault(key, 0);
  }

  /** The share of all that have a number, such as {@code y2024}. */
  double share(String number) {
    return (double) numbers.getOrDefault(number, 0) / Math.max(1, size);
  }
}
