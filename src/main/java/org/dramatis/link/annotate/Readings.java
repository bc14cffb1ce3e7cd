package org.dramatis.link.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Chooses among the names in a text those that are meant: of two that overlap the first and longer,
 * a part of a name where the whole stands somewhere, a description where something that it belongs
 * to has been named before.
 */
final class Readings {

  /**
   * A word so short at the beginning of a sentence, where all are capital, is rarely a name, unless
   * somebody is called so.
   */
  private static final int SHORT_WORD = 3;

  private static final Comparator<Spot> LONGEST_FIRST =
      Comparator.comparingInt(Spot::start)
          .thenComparing(Comparator.comparingInt(Spot::end).reversed());

  private final String text;
  private final SentenceFinder sentences;
  private final Neighbours neighbours;

  /** Where everything is named first. */
  private final Map<Node, Integer> named = new HashMap<>();

  private final Map<Node, Integer> supported = new HashMap<>();

  private final LongConsumer cost;

  Readings(String text, SentenceFinder sentences, Neighbours neighbours, LongConsumer cost) {
    this.text = text;
    this.cost = cost;
    this.sentences = sentences;
    this.neighbours = neighbours;
  }

  /** The mentions among all names, in the order of the text. */
  List<Mention> choose(List<Spot> all) {
    List<Spot> proper = apart(only(all, entry -> entry.form() == Entry.Form.NAME));
    Set<String> inside = new HashSet<>();
    proper.stream().filter(spot -> !begins(spot)).forEach(spot -> inside.add(words(spot)));
    Set<Integer> doubtful = new HashSet<>();
    for (Spot spot : proper) {
      if (isShort(spot) && begins(spot) && !inside.contains(words(spot))) {
        doubtful.add(spot.start());
      } else {
        spot.entries().forEach(entry -> named.merge(entry.entity(), spot.start(), Math::min));
      }
    }
    List<Spot> possible =
        all.stream()
            .filter(spot -> !(doubtful.contains(spot.start()) && isShort(spot)))
            .map(spot -> spot.only(entry -> isSupported(entry, spot.start())))
            .filter(spot -> !spot.isEmpty())
            .toList();
    return new Disambiguation(text, sentences, neighbours, cost).of(apart(possible));
  }

  private static List<Spot> only(List<Spot> spots, Predicate<Entry> wanted) {
    return spots.stream().map(spot -> spot.only(wanted)).filter(spot -> !spot.isEmpty()).toList();
  }

  /** Those that do not overlap: the first, and of those that begin together the longest. */
  private static List<Spot> apart(List<Spot> spots) {
    List<Spot> apart = new ArrayList<>();
    int end = 0;
    for (Spot spot : spots.stream().sorted(LONGEST_FIRST).toList()) {
      if (spot.start() >= end) {
        apart.add(spot);
        end = spot.end();
      }
    }
    return apart;
  }

  private String words(Spot spot) {
    return text.substring(spot.start(), spot.end());
  }

  private boolean isShort(Spot spot) {
    return spot.words() == 1
        && text.codePointCount(spot.start(), spot.end()) <= SHORT_WORD
        && Casing.of(text, spot.start(), spot.end()) == Casing.CAPITAL
        && spot.entries().stream().noneMatch(entry -> neighbours.isPerson(entry.entity()));
  }

  /** Whether it is the first word of its sentence. */
  private boolean begins(Spot spot) {
    int least = sentences.get(sentences.at(spot.start())).start();
    int before = spot.start() - 1;
    while (before >= least && !Character.isLetterOrDigit(text.charAt(before))) {
      before--;
    }
    return before < least;
  }

  private boolean isSupported(Entry entry, int start) {
    return switch (entry.form()) {
      case NAME -> true;
      case PART -> named.containsKey(entry.entity());
      case DESCRIPTION -> firstNamed(entry.entity()) <= start;
    };
  }

  /** Where it, or something linked to it, is named first. */
  private int firstNamed(Node entity) {
    return supported.computeIfAbsent(
        entity,
        asked ->
            Stream.concat(Stream.of(asked), neighbours.of(asked).linked().stream())
                .mapToInt(other -> named.getOrDefault(other, Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE));
  }
}
