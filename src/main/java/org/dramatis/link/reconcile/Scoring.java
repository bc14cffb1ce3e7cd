package org.dramatis.link.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
  private static final String MET = "as asked for";
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
  Optional<List<Part>> parts(Node entity, Set<Node> types, NameMatch name) {
    List<Part> parts = new ArrayList<>();
    if (!query.names().isEmpty() || !query.ids().isEmpty()) {
      parts.add(part(NAME, NAME, name::words, name.likeness(), WEIGHT_OF_NAME));
    }
    switch (query.types()) {
      case ReconciliationQuery.Types.Any _ -> {}
      case ReconciliationQuery.Types.OneOf _, ReconciliationQuery.Types.AllOf _ ->
          parts.add(part(TYPE, TYPE, () -> MET, 1, 0));
      case ReconciliationQuery.Types.Better(Set<Node> classes) -> {
        boolean is = types.stream().anyMatch(classes::contains);
        parts.add(part(TYPE, TYPE, () -> is ? MET : "another", is ? 1 : 0, USUAL_WEIGHT));
      }
    }
    for (Condition condition : query.conditions()) {
      Part part = part(condition, entity);
      if (condition.required() && part.value() < THERE) {
        return Optional.empty();
      }
      parts.add(unique(part, parts));
    }
    return Optional.of(parts);
  }

  /** The same property may be asked for twice. */
  private static Part unique(Part part, List<Part> before) {
    Part own = part;
    int number = 2;
    while (before.stream().map(Part::id).toList().contains(own.id())) {
      own = part.called(part.id() + "-" + number);
      number++;
    }
    return own;
  }

  private Part part(Condition condition, Node entity) {
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
    return part(
        property.id(),
        property.title(),
        () -> words(condition, values, met),
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
    return met == 1 ? MET : "%s, for %s".formatted(there, wanted);
  }

  private String show(Node value) {
    return value.isLiteral()
        ? value.getLiteralLexicalForm()
        : value.isURI()
            ? Search.summary(graph, value, query.language()).label().orElse(value.getURI())
            : "something without a name";
  }

  private static Part part(
      String id, String title, Supplier<String> words, double met, double weight) {
    return new Part(id, rounded(met * 100), weight, () -> title + ": " + words.get());
  }

  /** With as many digits as anybody reads. */
  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
