package org.dramatis.link.match;

import static org.dramatis.link.match.NameLikeness.log2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.dramatis.link.match.Profile.Neighbour;

/**
 * Weighs two entities as Fellegi and Sunter do: how much likelier is what agrees and what does not
 * if they are one than if they are not. How often things agree by chance is counted in the data;
 * how often they agree for one thing is set here and fitted to no data.
 */
final class Comparison {

  private static final double ONE_IN_TWO_IS_THERE = -1;
  private static final double SAME = 0.85;
  private static final double NEXT_YEAR = 0.1;
  private static final double LEAST_SHARE = 0.01;
  private static final double OTHER_YEAR = -5;
  private static final double OTHER_NUMBER = -5;
  private static final double OTHER_WHOLE = -5;

  /** What a thing is part of has been linked to something else: seldom is that link wrong. */
  private static final double WHOLE_LINKED_ELSEWHERE = -10;

  private static final double OTHER_IDENTIFIER = -20;
  private static final double NOBODY_SHARED = -2;
  private static final int ENOUGH_TO_EXPECT_SOME = 2;

  /** Who has been seen together once is seen together again: each further one tells less. */
  private static final double FURTHER = 0.4;

  private static final double MOST_OF_SHARED = 3;

  private final Profiles from;
  private final Profiles to;
  private final Frequencies usual;
  private final NameLikeness names;
  private final Remaining remaining;
  private final int[] links;

  Comparison(Profiles from, Profiles to, Remaining remaining, int[] links) {
    this.from = from;
    this.to = to;
    this.remaining = remaining;
    this.usual = Frequencies.of(to);
    this.names = new NameLikeness(Frequencies.of(from), usual);
    this.links = links;
  }

  Frequencies usual() {
    return usual;
  }

  Score of(int one, int other) {
    Profile a = from.get(one);
    Profile b = to.get(other);
    List<Score.Part> parts = new ArrayList<>();
    double logSize = log2(Math.max(2, usual.size(a.kind())));
    int left = remaining.of(a.kind());
    parts.add(new Score.Part(ONE_IN_TWO_IS_THERE - log2(left), () -> "one of %,d".formatted(left)));
    NameLikeness.Told told = names.of(a, b);
    add(told.bits(), told.words(), parts);
    year(a.year(), b.year(), parts);
    number("season", "s", a.season(), b.season(), parts);
    number("episode", "e", a.episode(), b.episode(), parts);
    OptionalInt together = whole(a, b, logSize, parts);
    // Within one series the same people are to be expected; only who is in few episodes tells more.
    related(a, b, together.isEmpty() ? logSize : log2(Math.max(2, together.getAsInt())), parts);
    identifiers(a, b, parts);
    return new Score(parts);
  }

  private static void add(double bits, Supplier<String> words, List<Score.Part> parts) {
    if (bits != 0) {
      parts.add(new Score.Part(bits, words));
    }
  }

  private void year(OptionalInt a, OptionalInt b, List<Score.Part> parts) {
    if (a.isEmpty() || b.isEmpty()) {
      return;
    }
    int one = a.getAsInt();
    int other = b.getAsInt();
    double share = Math.max(LEAST_SHARE, usual.share("y" + one));
    switch (Math.abs(one - other)) {
      case 0 -> add(log2(SAME / share), () -> "same year %d".formatted(one), parts);
      case 1 ->
          add(
              log2(NEXT_YEAR / (2 * share)),
              () -> "a year apart, %d and %d".formatted(one, other),
              parts);
      default -> add(OTHER_YEAR, () -> "years %d and %d".formatted(one, other), parts);
    }
  }

  private void number(
      String what, String key, OptionalInt a, OptionalInt b, List<Score.Part> parts) {
    if (a.isEmpty() || b.isEmpty()) {
      return;
    }
    if (a.getAsInt() == b.getAsInt()) {
      double share = Math.max(LEAST_SHARE, usual.share(key + a.getAsInt()));
      add(Math.max(0, log2(SAME / share)), () -> "same %s %d".formatted(what, a.getAsInt()), parts);
    } else {
      add(OTHER_NUMBER, () -> "%s %d and %d".formatted(what, a.getAsInt(), b.getAsInt()), parts);
    }
  }

  /** How many there are in the whole that both are part of, if it is one. */
  private OptionalInt whole(Profile a, Profile b, double logSize, List<Score.Part> parts) {
    if (a.whole().isEmpty() || b.whole().isEmpty()) {
      return OptionalInt.empty();
    }
    Neighbour one = a.whole().get();
    Neighbour other = b.whole().get();
    if (!isOne(one, other)) {
      add(
          isLinked(one) && other instanceof Neighbour.Known ? WHOLE_LINKED_ELSEWHERE : OTHER_WHOLE,
          () -> "series “%s” and “%s”".formatted(name(from, one), name(to, other)),
          parts);
      return OptionalInt.empty();
    }
    int size = Math.max(1, to.keys(other).mapToInt(usual::neighbour).max().orElse(1));
    double chance =
        switch (other) {
          case Neighbour.Known(int whole) ->
              Math.min(0, log2(remaining.partsOf(whole)) - log2(remaining.of(a.kind())));
          case Neighbour.Named _ -> log2(size) - logSize;
        };
    add(log2(SAME) - chance, () -> "same series “%s”".formatted(name(to, other)), parts);
    return OptionalInt.of(size);
  }

  /** What is linked is one with that alone, whatever others are called; else the names tell. */
  private boolean isOne(Neighbour one, Neighbour other) {
    return (isLinked(one) && other instanceof Neighbour.Known(int target))
        ? linked(one) == target
        : from.keys(one).anyMatch(to.keys(other).toList()::contains);
  }

  private boolean isLinked(Neighbour neighbour) {
    return linked(neighbour) >= 0;
  }

  private int linked(Neighbour neighbour) {
    return Profiles.number(neighbour).map(entity -> links[entity]).orElse(-1);
  }

  private void related(Profile a, Profile b, double logSize, List<Score.Part> parts) {
    if (a.related().isEmpty() || b.related().isEmpty()) {
      return;
    }
    Map<String, Neighbour> named = new HashMap<>();
    Set<Integer> known = new HashSet<>();
    for (Neighbour neighbour : b.related()) {
      to.keys(neighbour).forEach(key -> named.put(key, neighbour));
      Profiles.number(neighbour).ifPresent(known::add);
    }
    List<Double> shared = new ArrayList<>();
    List<Neighbour> met = new ArrayList<>();
    for (Neighbour neighbour : a.related()) {
      double bits = shared(neighbour, named, known, logSize);
      if (bits > 0) {
        met.add(neighbour);
        shared.add(bits);
      }
    }
    if (shared.isEmpty()) {
      boolean expected = Math.min(a.related().size(), b.related().size()) >= ENOUGH_TO_EXPECT_SOME;
      add(expected ? NOBODY_SHARED : 0, () -> "nothing shared that they are linked with", parts);
      return;
    }
    double best = shared.stream().mapToDouble(bits -> bits).max().orElse(0);
    double all = shared.stream().mapToDouble(bits -> bits).sum();
    add(
        Math.min(best + FURTHER * (all - best), logSize + MOST_OF_SHARED),
        () -> "%d shared, such as “%s”".formatted(met.size(), name(from, met.getFirst())),
        parts);
  }

  private double shared(
      Neighbour neighbour, Map<String, Neighbour> named, Set<Integer> known, double logSize) {
    int linked = linked(neighbour);
    if (linked >= 0) {
      return known.contains(linked) ? weight(to.get(linked), logSize) : 0;
    }
    return from.keys(neighbour)
        .filter(named::containsKey)
        .mapToDouble(key -> weight(usual.neighbour(key), logSize))
        .max()
        .orElse(0);
  }

  private double weight(Profile target, double logSize) {
    return weight(
        target.forms().stream().mapToInt(form -> usual.neighbour(form.key())).min().orElse(1),
        logSize);
  }

  private static double weight(int count, double logSize) {
    return Math.max(0, logSize + log2(SAME) - log2(Math.max(1, count)));
  }

  private static void identifiers(Profile a, Profile b, List<Score.Part> parts) {
    for (Entity.Identifier one : a.identifiers()) {
      b.identifiers().stream()
          .filter(other -> other.scheme().equals(one.scheme()) && !b.identifiers().contains(one))
          .findFirst()
          .ifPresent(other ->
              add(
                  OTHER_IDENTIFIER,
                  () -> "%s %s and %s".formatted(one.scheme(), one.value(), other.value()),
                  parts));
    }
  }

  private static String name(Profiles side, Neighbour neighbour) {
    return side.keys(neighbour).findFirst().orElse("without a name");
  }
}
