package org.dramatis.link.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;

/**
 * An entity in a line.
 *
 * @param label what it is listed as; empty if it is not
 * @param types what it is
 * @param description one line more, if somebody wrote it
 */
public record Summary(Optional<String> label, List<Type> types, Optional<String> description) {

  private static final String USUAL_LANGUAGE = "en";

  /**
   * A class of an entity.
   *
   * @param iri which
   * @param label what it is called; its IRI if nothing is said
   */
  public record Type(String iri, String label) {}

  /** The summary in a language, or in the usual one where there is none in that. */
  static Summary of(Graph graph, Node entity, Optional<String> language) {
    List<Type> types =
        Names.types(graph, entity).stream()
            .filter(Node::isURI)
            .map(type ->
                new Type(
                    type.getURI(),
                    text(graph, type, RDFS.label.asNode(), language).orElse(type.getURI())))
            .sorted(Comparator.comparing(Type::iri))
            .toList();
    return new Summary(
        text(graph, entity, RDFS.label.asNode(), language),
        types,
        text(graph, entity, RDFS.comment.asNode(), language));
  }

  private static Optional<String> text(
      Graph graph, Node subject, Node property, Optional<String> language) {
    return graph
        .find(subject, property, Node.ANY)
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
