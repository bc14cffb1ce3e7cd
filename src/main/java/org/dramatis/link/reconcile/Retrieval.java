package org.dramatis.link.reconcile;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.link.search.Hit;
import org.dramatis.link.search.OpenNames;
import org.dramatis.link.search.Question;
import org.dramatis.link.search.Search;

/** Finds what is worth a closer look: by names, by identifiers, by what is known of it. */
record Retrieval(Graph graph, OpenNames names) {

  /** So many are looked at more closely, though fewer are wanted: a namesake may fit better. */
  private static final int NAMESAKES = 50;

  /** So many are looked at that share a value. */
  private static final int HOLDERS = 1000;

  /** A value that is written may name one of so many. */
  private static final int MEANINGS = 5;

  private static final double SURELY_MEANT = 0.85;
  private static final int LONGEST_NAME = 500;

  /** Everything found, with how well its name fits. */
  Map<Node, NameMatch> find(ReconciliationQuery query) throws IOException {
    Map<Node, NameMatch> found = new LinkedHashMap<>();
    for (Node id : query.ids()) {
      if (isThere(id)) {
        found.put(id, new NameMatch(1, id.getURI(), "the identifier"));
      }
    }
    for (String name : query.names()) {
      findNamed(name, query, found);
    }
    boolean unnamed = query.names().isEmpty() && query.ids().isEmpty();
    for (Condition condition : query.conditions()) {
      boolean finds = condition.quantifier() != Condition.Quantifier.NONE;
      if (finds && (unnamed || condition.property().identifies())) {
        for (Node holder : holders(condition)) {
          found.computeIfAbsent(holder, entity -> compare(query.names(), entity));
        }
      }
    }
    return found;
  }

  private boolean isThere(Node entity) {
    return graph.contains(entity, Node.ANY, Node.ANY);
  }

  private void findNamed(String name, ReconciliationQuery query, Map<Node, NameMatch> found)
      throws IOException {
    String text = name.strip();
    if (text.isEmpty()) {
      return;
    }
    Node iri = NodeFactory.createURI(text);
    if (text.contains(":") && isThere(iri)) {
      found.put(iri, new NameMatch(1, text, "the identifier"));
      return;
    }
    String bounded = text.substring(0, Math.min(text.length(), LONGEST_NAME));
    search(bounded, query.types().sought(), query.limit(), found);
    if (query.types() instanceof ReconciliationQuery.Types.Better(Set<Node> classes)) {
      search(bounded, classes, query.limit(), found);
    }
  }

  private void search(String text, Set<Node> types, int limit, Map<Node, NameMatch> found)
      throws IOException {
    Question question =
        new Question(text, types, Optional.empty(), Math.max(limit, NAMESAKES), Optional.empty());
    for (Hit hit : names.find(question).hits()) {
      found.merge(
          hit.entity(),
          new NameMatch(hit.score(), hit.matched().text(), hit.why()),
          (one, other) -> one.likeness() >= other.likeness() ? one : other);
    }
  }

  private NameMatch compare(List<String> wanted, Node entity) {
    return Search.names(graph, entity).stream()
        .flatMap(name ->
            wanted.stream()
                .map(text ->
                    new NameMatch(
                        Search.likeness(text, name.text()), name.text(), "found by other means")))
        .max(Comparator.comparingDouble(NameMatch::likeness))
        .orElse(NameMatch.NONE);
  }

  private Set<Node> holders(Condition condition) throws IOException {
    Set<Node> holders = new LinkedHashSet<>();
    for (Given given : condition.values()) {
      for (Node value : meanings(given)) {
        condition
            .property()
            .holders(graph, value)
            .limit(HOLDERS - (long) holders.size())
            .forEach(holders::add);
      }
    }
    return holders;
  }

  /** The terms that a value may stand for. */
  private List<Node> meanings(Given given) throws IOException {
    return switch (given) {
      case Given.Entity(Node iri) -> List.of(iri);
      case Given.Amount number ->
          List.of(
              NodeFactory.createLiteralDT(number.shown(), XSDDatatype.XSDinteger),
              NodeFactory.createLiteralDT(number.shown(), XSDDatatype.XSDdecimal),
              NodeFactory.createLiteralString(number.shown()));
      case Given.Text(String text) ->
          Stream.concat(
                  Stream.of(NodeFactory.createLiteralString(text.strip())), named(text).stream())
              .toList();
    };
  }

  private List<Node> named(String text) throws IOException {
    if (text.isBlank()) {
      return List.of();
    }
    String bounded = text.substring(0, Math.min(text.length(), LONGEST_NAME));
    Question question =
        new Question(bounded, Set.of(), Optional.empty(), MEANINGS, Optional.empty());
    return names.find(question).hits().stream()
        .filter(hit -> hit.score() >= SURELY_MEANT)
        .map(Hit::entity)
        .toList();
  }
}
