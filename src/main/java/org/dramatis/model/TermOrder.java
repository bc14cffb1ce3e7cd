package org.dramatis.model;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Orders terms that have a name or a value: IRIs, then triple terms, then literals. */
public enum TermOrder implements Comparator<Node> {
  INSTANCE;

  private static final Comparator<Node> LITERALS =
      Comparator.comparing(Node::getLiteralLexicalForm, NaturalOrder.INSTANCE)
          .thenComparing(Node::getLiteralDatatypeURI)
          .thenComparing(Node::getLiteralLanguage)
          .thenComparing(node -> String.valueOf(node.getLiteralBaseDirection()));

  @Override
  public int compare(Node left, Node right) {
    int byKind = Integer.compare(kind(left), kind(right));
    if (byKind != 0) {
      return byKind;
    }
    if (left.isURI()) {
      return NaturalOrder.INSTANCE.compare(left.getURI(), right.getURI());
    }
    if (left.isTripleTerm()) {
      return compare(left.getTriple(), right.getTriple());
    }
    return left.isLiteral() ? LITERALS.compare(left, right) : 0;
  }

  private int compare(Triple left, Triple right) {
    int bySubject = compare(left.getSubject(), right.getSubject());
    if (bySubject != 0) {
      return bySubject;
    }
    int byPredicate = compare(left.getPredicate(), right.getPredicate());
    return byPredicate != 0 ? byPredicate : compare(left.getObject(), right.getObject());
  }

  private static int kind(Node node) {
    if (node.isURI()) {
      return 0;
    }
    if (node.isTripleTerm()) {
      return 1;
    }
    return node.isLiteral() ? 2 : 3;
  }
}
