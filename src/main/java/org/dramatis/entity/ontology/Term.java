package org.dramatis.entity.ontology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A term as the vocabulary explains it.
 *
 * @param node the term
 * @param label what it is called
 * @param definition what it means; empty if nobody says so
 * @param examples how it is used
 * @param said what else is said of it, by property
 * @param pointing what other terms say with it as the value, by property
 * @param concepts the values of a concept scheme
 */
public record Term(
    Node node,
    Kind kind,
    String label,
    Optional<String> definition,
    List<String> examples,
    Map<Node, List<Node>> said,
    Map<Node, List<Node>> pointing,
    List<Concept> concepts) {

  /**
   * A value that a scheme offers.
   *
   * @param label what it is called
   */
  public record Concept(Node node, String label, Optional<String> definition) {}

  /** Its name within the vocabulary. */
  public String localName() {
    String iri = node.getURI();
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  /** Where it stands on the page of all terms: where its IRI leads to, if it is one of a page. */
  public String anchor() {
    return kind == Kind.CONCEPT_SCHEME ? "values-" + localName() : localName();
  }

  /** What is said of it with a property. */
  public List<Node> said(Node property) {
    return said.getOrDefault(property, List.of());
  }
}
