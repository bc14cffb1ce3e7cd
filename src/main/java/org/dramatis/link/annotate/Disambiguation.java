package org.dramatis.link.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.dramatis.link.annotate.Mention.Candidate;
import org.dramatis.link.annotate.Neighbours.Known;
import org.dramatis.link.annotate.Neighbours.Layer;

/**
 * Weighs what a name may mean by what stands around it: things that it has to do with, whether they
 * are of a story or of the world, and the word for what it is.
 */
final class Disambiguation {

  private static final double OF_A_PART = 0.85;
  private static final double OF_A_DESCRIPTION = 0.6;
  private static final double OF_ONE_LETTER = 0.5;
  private static final double OF_OTHER_LETTERS = 0.99;
  private static final double OF_SMALL_LETTERS = 0.8;

  private static final double LINKED_IN_SENTENCE = 2;
  private static final double LINKED_IN_TEXT = 1;
  private static final double SAME_LAYER = 1;
  private static final double KIND_IS_SAID = 2;

  /** So far before a name, and behind it, the word for its kind may stand. */
  private static final int BEFORE = 30;

  private static final int BEHIND = 20;

  private static final Comparator<Candidate> LIKELIEST_FIRST =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(candidate -> candidate.name().entity().getURI());

  private final String text;
  private final SentenceFinder sentences;
  private final Neighbours neighbours;

  /** What is meant without doubt: in each sentence, and anywhere. */
  private final Map<Integer, Set<Node>> certain = new HashMap<>();

  private final Set<Node> anywhere = new HashSet<>();
  private final Map<Node, Boolean> linkedAnywhere = new HashMap<>();
  private final Map<String, Pattern> words = new HashMap<>();

  private final LongConsumer cost;

  Disambiguation(String text, SentenceFinder sentences, Neighbours neighbours, LongConsumer cost) {
    this.text = text;
    this.cost = cost;
    this.sentences = sentences;
    this.neighbours = neighbours;
  }

  List<Mention> of(List<Spot> spots) {
    List<Map<Node, Candidate>> read = new ArrayList<>();
    for (Spot spot : spots) {
      Map<Node, Candidate> candidates = candidates(spot);
      read.add(candidates);
      if (candidates.size() == 1) {
        Node meant = candidates.keySet().iterator().next();
        anywhere.add(meant);
        certain.computeIfAbsent(sentences.at(spot.start()), number -> new HashSet<>()).add(meant);
      }
    }
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      cost.accept(0);
      Spot spot = spots.get(i);
      int sentence = sentences.at(spot.start());
      mentions.add(
          new Mention(
              new Mention.Range(spot.start(), spot.end()),
              spot.place(),
              sentence,
              weighed(spot, sentence, read.get(i))));
    }
    return mentions;
  }

  /** Each entity with the name that fits best. */
  private Map<Node, Candidate> candidates(Spot spot) {
    Map<Node, Candidate> best = new LinkedHashMap<>();
    for (Entry entry : spot.entries()) {
      Candidate candidate = new Candidate(entry, likeness(entry, spot));
      best.merge(
          entry.entity(), candidate, (one, other) -> other.score() > one.score() ? other : one);
    }
    return best;
  }

  private double likeness(Entry entry, Spot spot) {
    double worth = entry.name().kind().worth();
    return switch (entry.form()) {
      case PART -> worth * OF_A_PART;
      case DESCRIPTION -> worth * OF_A_DESCRIPTION;
      case NAME -> worth * likeness(entry.name().text(), spot);
    };
  }

  private double likeness(String name, Spot spot) {
    if (text.codePointCount(spot.start(), spot.end()) == 1) {
      return OF_ONE_LETTER;
    }
    if (text.regionMatches(spot.start(), name, 0, name.length())
        && name.length() == spot.end() - spot.start()) {
      return 1;
    }
    boolean small = Casing.of(text, spot.start(), spot.end()) == Casing.SMALL;
    return small && Casing.of(name) == Casing.CAPITAL ? OF_SMALL_LETTERS : OF_OTHER_LETTERS;
  }

  private List<Candidate> weighed(Spot spot, int sentence, Map<Node, Candidate> candidates) {
    if (candidates.size() == 1) {
      return candidates.values().stream().map(only -> rounded(only, only.score())).toList();
    }
    List<Candidate> weighed =
        candidates.values().stream()
            .map(candidate -> times(candidate, weight(candidate.entry().entity(), spot, sentence)))
            .toList();
    double all = weighed.stream().mapToDouble(Candidate::score).sum();
    return weighed.stream()
        .map(candidate ->
            rounded(candidate, likeness(candidate.entry(), spot) * candidate.score() / all))
        .sorted(LIKELIEST_FIRST)
        .toList();
  }

  private static Candidate times(Candidate candidate, double weight) {
    return new Candidate(candidate.entry(), candidate.score() * weight);
  }

  private static Candidate rounded(Candidate candidate, double score) {
    return new Candidate(candidate.entry(), Math.round(score * 10_000) / 10_000.0);
  }

  private double weight(Node entity, Spot spot, int sentence) {
    Known known = neighbours.of(entity);
    Set<Node> around = certain.getOrDefault(sentence, Set.of());
    double evidence = known.fame();
    if (around.stream().anyMatch(known.linked()::contains)) {
      evidence += LINKED_IN_SENTENCE;
    } else if (isLinkedAnywhere(entity)) {
      evidence += LINKED_IN_TEXT;
    }
    evidence += SAME_LAYER * share(known.layer(), around);
    if (isKindSaid(entity, spot, sentence)) {
      evidence += KIND_IS_SAID;
    }
    return Math.exp(evidence);
  }

  private boolean isLinkedAnywhere(Node entity) {
    return linkedAnywhere.computeIfAbsent(
        entity,
        asked -> {
          Set<Node> linked = neighbours.of(asked).linked();
          return anywhere.contains(asked) || linked.stream().anyMatch(anywhere::contains);
        });
  }

  /** How many of what is around belong to the same layer. */
  private double share(Optional<Layer> layer, Set<Node> around) {
    if (layer.isEmpty() || around.isEmpty()) {
      return 0;
    }
    long same = around.stream().filter(other -> neighbours.of(other).layer().equals(layer)).count();
    return (double) same / around.size();
  }

  private boolean isKindSaid(Node entity, Spot spot, int sentence) {
    Sentences.Sentence whole = sentences.get(sentence);
    int from = Math.max(whole.start(), spot.start() - BEFORE);
    int to = Math.max(spot.end(), Math.min(whole.end(), spot.end() + BEHIND));
    String around = text.substring(from, spot.start()) + "\n" + text.substring(spot.end(), to);
    String small = around.toLowerCase(Locale.ROOT);
    return neighbours.kinds(entity).stream().anyMatch(kind -> word(kind).matcher(small).find());
  }

  private Pattern word(String kind) {
    return words.computeIfAbsent(
        kind,
        of ->
            Pattern.compile(
                "(?<!\\w)" + Pattern.quote(of.toLowerCase(Locale.ROOT)) + "(?!\\w)",
                Pattern.UNICODE_CHARACTER_CLASS));
  }
}
