package org.dramatis.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The words in which things are shown to people: those in the language that is wanted, else in
 * English, else in no language, else in any.
 */
public final class Labels {

  private static final String USUAL_LANGUAGE = "en";

  private Labels() {}

  /** What a thing or a concept is called; empty if nothing is said. */
  public static Optional<String> of(Graph graph, Node thing) {
    return text(graph, thing, RDFS.Nodes.label, Optional.empty())
        .or(() -> text(graph, thing, SKOS.prefLabel.asNode(), Optional.empty()));
  }

  /** What things are called; those of which nothing is said are not there. */
  public static Map<Node, String> of(Graph graph, Collection<Node> things) {
    Map<Node, String> labels = new HashMap<>();
    things.forEach(thing -> of(graph, thing).ifPresent(label -> labels.put(thing, label)));
    return labels;
  }

  /** The best of the texts that a property has; empty if it has none. */
  public static Optional<String> text(
      Graph graph, Node thing, Node property, Optional<String> language) {
    return graph
        .find(thing, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral)
        .toList()
        .stream()
        .min(
            Comparator.<Node>comparingInt(value -> distance(value, language))
                .thenComparing(Node::getLiteralLexicalForm))
        .map(Node::getLiteralLexicalForm);
  }

  private static int distance(Node value, Optional<String> language) {
    String own = value.getLiteralLanguage().toLowerCase(Locale.ROOT);
    if (language.isPresent() && isIn(own, language.get())) {
      return 0;
    }
    return isIn(own, USUAL_LANGUAGE) ? 1 : own.isEmpty() ? 2 : 3;
  }

  private static boolean isIn(String own, String wanted) {
    return own.equals(wanted) || own.startsWith(wanted + "-");
  }
}
