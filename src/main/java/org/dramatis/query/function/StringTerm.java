package org.dramatis.query.function;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * A string as an argument of a function.
 *
 * @param text its lexical form
 * @param language its language, empty if there is none
 * @param direction its base direction, empty if there is none
 */
record StringTerm(String text, String language, String direction) {

  /** The string that a value is; any other value is an error of the expression. */
  static StringTerm of(NodeValue value) {
    Node node = value.asNode();
    if (!node.isLiteral() || !(NodeUtils.isSimpleString(node) || NodeUtils.hasLang(node))) {
      throw new ExprEvalException("not a string: " + value);
    }
    String direction =
        node.getLiteralBaseDirection() == null ? "" : node.getLiteralBaseDirection().toString();
    return new StringTerm(node.getLiteralLexicalForm(), node.getLiteralLanguage(), direction);
  }

  /** Whether the other string has the same language and direction. */
  boolean isLike(StringTerm other) {
    return language.equalsIgnoreCase(other.language) && direction.equals(other.direction);
  }

  /** Refuses a second argument in another language; one without any goes with every first. */
  void requireCompatible(StringTerm second) {
    if (!second.language.isEmpty() && !isLike(second)) {
      throw new ExprEvalException("strings of different languages");
    }
  }

  /** Another text in the language and direction of this one. */
  NodeValue with(String newText) {
    if (language.isEmpty()) {
      return NodeValue.makeString(newText);
    }
    return NodeValue.makeNode(
        direction.isEmpty()
            ? NodeFactory.createLiteralLang(newText, language)
            : NodeFactory.createLiteralDirLang(newText, language, direction));
  }
}
