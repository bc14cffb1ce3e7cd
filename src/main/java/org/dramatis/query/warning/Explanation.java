package org.dramatis.query.warning;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Terms;

/** Why a pattern matches nothing: the part of it that is most probably wrong. */
final class Explanation {

  private final Names names;
  private final DatasetGraph dataset;

  Explanation(DatasetGraph dataset) {
    this.dataset = dataset;
    this.names = new Names(dataset);
  }

  /** The warning about a pattern that matches nothing in a graph. */
  Warning of(Triple triple, DatasetGraph asked, Node graph) {
    Node predicate = triple.getPredicate();
    if (predicate.isURI() && !asked.contains(graph, Node.ANY, predicate, Node.ANY)) {
      return ofPredicate(predicate);
    }
    Node object = triple.getObject();
    boolean typed = predicate.equals(RDF.Nodes.type) && object.isURI();
    if (typed && !asked.contains(graph, Node.ANY, predicate, object)) {
      return unknown(Warning.Code.UNKNOWN_CLASS, object, "nothing is of the class");
    }
    for (Node part : new Node[] {triple.getSubject(), object}) {
      if (part.isURI() && !occurs(part)) {
        return unknown(Warning.Code.UNKNOWN_IRI, part, "no statement has");
      }
    }
    return new Warning(
        Warning.Code.NO_MATCH,
        "no statement matches { %s %s %s }%s"
            .formatted(
                show(triple.getSubject()),
                show(predicate),
                show(object),
                sameText(triple, asked, graph)));
  }

  /** The warning about a predicate that no statement has. */
  Warning ofPredicate(Node predicate) {
    return unknown(Warning.Code.UNKNOWN_PREDICATE, predicate, "no statement has the predicate");
  }

  private boolean occurs(Node node) {
    return dataset.contains(Node.ANY, node, Node.ANY, Node.ANY)
        || dataset.contains(Node.ANY, Node.ANY, Node.ANY, node);
  }

  private Warning unknown(Warning.Code code, Node node, String words) {
    String near =
        names
            .nearest(node)
            .filter(other -> !other.equals(node.getURI()))
            .map(Explanation::didYouMean)
            .orElse("");
    if (node.getURI().startsWith(Namespaces.TERMS) && !names.isDeclared(node)) {
      return new Warning(
          Warning.Code.UNKNOWN_TERM, "the ontology has no term %s%s".formatted(show(node), near));
    }
    return new Warning(code, "%s %s%s".formatted(words, show(node), near));
  }

  private static String didYouMean(String iri) {
    return "; did you mean %s?".formatted(show(NodeFactory.createURI(iri)));
  }

  /** A label in a language is not the same as the plain text. */
  private static String sameText(Triple triple, DatasetGraph asked, Node graph) {
    Node object = triple.getObject();
    if (!object.isLiteral()) {
      return "";
    }
    String text = object.getLiteralLexicalForm();
    Node other =
        object.getLiteralLanguage().isEmpty()
            ? NodeFactory.createLiteralLang(text, "en")
            : NodeFactory.createLiteralString(text);
    boolean there =
        asked.contains(
            graph, Matches.any(triple.getSubject()), Matches.any(triple.getPredicate()), other);
    return there ? "; did you mean %s?".formatted(show(other)) : "";
  }

  private static String show(Node node) {
    return node.isVariable() ? node.toString() : Terms.show(node);
  }
}
