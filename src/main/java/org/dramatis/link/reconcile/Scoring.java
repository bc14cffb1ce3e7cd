package org.dramatis.link.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.link.reconcile.Property.Value;
import org.dramatis.link.search.Search;

/** Holds a candidate against everything that was asked. */
final class Scoring {

  /** What the name is compared as. */
  static final String NAME = "name";

  private static final String TYPE = "type";
  private static final double WEIGHT_OF_NAME = 2;
  private static final double WEIGHT_OF_IDENTIFIER = 4;
  private static final double USUAL_WEIGHT = 1;

  /** What is required is there if it is as good as the same. */
  private static final double THERE = 80;

  /** So many values are shown, for somebody to see what is wrong. */
  private static final int SHOWN = 3;

  private final Graph graph;
  private final ReconciliationQuery query;
  private final Likeness likeness;

  Scoring(Graph graph, ReconciliationQuery query) {
    this.graph = graph;
    this.query = query;
    this.likeness = new Likeness(graph);
  }

  /** The reasons for its score; nothing if it lacks what is required. */
  Optional<List<Feature>> features(Node entity, Set<Node> types, NameMatch name) {
    List<Feature> features = new ArrayList<>();
    if (!query.names().isEmpty() || !query.ids().isEmpty()) {
      String words = name.name().isEmpty() ? name.why() : name.why() + ", “" + name.name() + "”";
      features.add(feature(NAME, NAME, words, name.likeness(), WEIGHT_OF_NAME));
    }
    switch (query.types()) {
      case ReconciliationQuery.Types.Any _ -> {}
      case ReconciliationQuery.Types.OneOf _, ReconciliationQuery.Types.AllOf _ ->
          features.add(feature(TYPE, TYPE, "as asked for", 1, 0));
      case ReconciliationQuery.Types.Better(Set<Node> classes) -> {
        boolean is = types.stream().anyMatch(classes::contains);
        features.add(
            feature(TYPE, TYPE, is ? "as asked for" : "another", is ? 1 : 0, USUAL_WEIGHT));
      }
    }
    for (Condition condition : query.conditions()) {
      Feature feature = feature(condition, entity);
      if (condition.required() && feature.value() < THERE) {
        return Optional.empty();
      }
      features.add(unique(feature, features));
    }
    return Optional.of(features);
  }

  /** The same property may be asked for twice. */
  private static Feature unique(Feature feature, List<Feature> before) {
    Feature own = feature;
    int number = 2;
    while (before.stream().map(Feature::id).toList().contains(own.id())) {
      own =
          new Feature(
              feature.id() + "-" + number, feature.name(), feature.value(), feature.weight());
      number++;
    }
    return own;
  }

  private Feature feature(Condition condition, Node entity) {
    Property property = condition.property();
    List<Value> values = property.values(graph, entity);
    List<Double> each =
        condition.values().stream()
            .map(given ->
                values.stream()
                    .mapToDouble(value -> likeness.of(given, value.node(), property.identifies()))
                    .max()
                    .orElse(0))
            .toList();
    double best = each.stream().max(Comparator.naturalOrder()).orElse(0.0);
    double met =
        switch (condition.quantifier()) {
          case ANY -> best;
          case ALL -> each.stream().min(Comparator.naturalOrder()).orElse(0.0);
          case NONE -> 1 - best;
        };
    return feature(
        property.id(),
        property.title(),
        words(condition, values, met),
        met,
        property.identifies() ? WEIGHT_OF_IDENTIFIER : USUAL_WEIGHT);
  }

  private String words(Condition condition, List<Value> values, double met) {
    if (values.isEmpty()) {
      return "nothing is known";
    }
    String wanted =
        condition.values().stream()
            .map(Given::shown)
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    String there =
        values.stream()
            .map(value -> show(value.node()))
            .distinct()
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    if (condition.quantifier() == Condition.Quantifier.NONE) {
      return met == 1
          ? "not %s, as asked for".formatted(wanted)
          : "%s, against what was asked".formatted(there);
    }
    return met == 1 ? "as asked for" : "%s, for %s".formatted(there, wanted);
  }

  private String show(Node value) {
    return value.isLiteral()
        ? value.getLiteralLexicalForm()
        : value.isURI()
            ? Search.summary(graph, value, query.language()).label().orElse(value.getURI())
            : "something without a name";
  }

  private static Feature feature(String id, String title, String words, double met, double weight) {
    return new Feature(id, title + ": " + words, rounded(met * 100), weight);
  }

  /** With as many digits as anybody reads. */
  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
