package org.dramatis.link.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final List<Sentences.Sentence> sentences;
  private final Neighbours neighbours;

  /** Where everything is named first. */
  private final Map<Node, Integer> named = new HashMap<>();

  Readings(String text, List<Sentences.Sentence> sentences, Neighbours neighbours) {
    this.text = text;
    this.sentences = sentences;
    this.neighbours = neighbours;
  }

  /** The mentions among all names, in the order of the text. */
  List<Mention> choose(List<Spot> all) {
    List<Spot> proper = apart(withForms(all, Set.of(Entry.Form.NAME)));
    Set<String> inside = new HashSet<>();
    proper.stream().filter(spot -> !begins(spot)).forEach(spot -> inside.add(words(spot)));
    Set<Spot> doubtful = new HashSet<>();
    for (Spot spot : proper) {
      if (isShort(spot) && begins(spot) && !inside.contains(words(spot))) {
        doubtful.add(new Spot(spot.start(), spot.end(), spot.place(), spot.words(), List.of()));
      } else {
        spot.entries().forEach(entry -> named.merge(entry.entity(), spot.start(), Math::min));
      }
    }
    List<Spot> supported =
        all.stream()
            .filter(spot -> !doubtful.contains(spot.with(List.of())))
            .map(this::supported)
            .filter(spot -> !spot.entries().isEmpty())
            .toList();
    return new Disambiguation(text, sentences, neighbours).of(apart(supported));
  }

  private static List<Spot> withForms(List<Spot> spots, Set<Entry.Form> forms) {
    return spots.stream()
        .map(spot ->
            spot.with(
                spot.entries().stream().filter(entry -> forms.contains(entry.form())).toList()))
        .filter(spot -> !spot.entries().isEmpty())
        .toList();
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
    int number = Disambiguation.sentence(sentences, spot.start());
    return text.substring(sentences.get(number).start(), spot.start())
        .codePoints()
        .noneMatch(Character::isLetterOrDigit);
  }

  private Spot supported(Spot spot) {
    return spot.with(
        spot.entries().stream().filter(entry -> isSupported(entry, spot.start())).toList());
  }

  private boolean isSupported(Entry entry, int start) {
    return switch (entry.form()) {
      case NAME -> true;
      case PART -> named.containsKey(entry.entity());
      case DESCRIPTION -> isNamedBefore(entry.entity(), start);
    };
  }

  private boolean isNamedBefore(Node entity, int start) {
    return isBefore(entity, start)
        || neighbours.of(entity).linked().stream().anyMatch(other -> isBefore(other, start));
  }

  private boolean isBefore(Node entity, int start) {
    return named.getOrDefault(entity, Integer.MAX_VALUE) <= start;
  }
}
