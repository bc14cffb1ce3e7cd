package org.dramatis.link.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.Labels;
import org.dramatis.model.Terms;

/**
 * An entity in a line.
 *
 * @param label what it is listed as; empty if it is not
 * @param types what it is
 * @param description one line more, if somebody wrote it
 */
public record Summary(Optional<String> label, List<Type> types, Optional<String> description) {

  /**
   * A class of an entity.
   *
   * @param iri which
   * @param label what it is called; its IRI, abbreviated, if nothing is said
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
                    Labels.text(graph, type, RDFS.label.asNode(), language)
                        .orElseGet(() -> Terms.show(type))))
            .sorted(Comparator.comparing(Type::iri))
            .toList();
    return new Summary(
        Labels.text(graph, entity, RDFS.label.asNode(), language),
        types,
        Labels.text(graph, entity, RDFS.comment.asNode(), language));
  }
}
