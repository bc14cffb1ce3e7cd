package org.dramatis.link.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;

/** Tells what a text speaks of. */
public final class Annotator {

  private static final long BYTES_OF_A_SPOT = 200;

  private final Dictionary dictionary;
  private final Graph graph;
  private final Optional<String> language;
  private final LongConsumer cost;

  /**
   * Finds what is in a dictionary.
   *
   * @param graph of which the dictionary is, where what belongs together is looked up
   * @param language the tag of the language of names, or the beginning of it, if not all will do
   * @param cost is told again and again of the memory that the work takes
   */
  public Annotator(
      Dictionary dictionary, Graph graph, Optional<String> language, LongConsumer cost) {
    this.dictionary = dictionary;
    this.graph = graph;
    this.language = language;
    this.cost = cost;
  }

  /** All mentions in a text, in their order; no two have a letter in common. */
  public List<Mention> mentions(String text) {
    List<Spot> spots = new ArrayList<>();
    Credible credible = new Credible(text, language);
    new Spotter(dictionary, text, cost)
        .all(spot -> {
          Spot possible = credible.of(spot);
          if (!possible.isEmpty()) {
            cost.accept(BYTES_OF_A_SPOT);
            spots.add(possible);
          }
        });
    if (spots.isEmpty()) {
      return List.of();
    }
    Readings readings =
        new Readings(text, new SentenceFinder(Sentences.of(text)), new Neighbours(graph), cost);
    return readings.choose(spots);
  }
}
