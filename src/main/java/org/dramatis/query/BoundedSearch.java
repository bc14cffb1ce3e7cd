package org.dramatis.query;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Looking for a text within a text takes Java as long as both lengths multiplied, at worst. Where
 * that is much, the search is done here, and only the rest, which is little, by Jena.
 */
final class BoundedSearch {

  private static final long MUCH = 1_000_000;

  private BoundedSearch() {}

  /**
   * What Jena answers.
   *
   * @param jena the function on short texts
   * @param cut makes the answer where the text was found
   */
  private static NodeValue search(
      NodeValue text, NodeValue sought, Budget budget, BinaryOperator<NodeValue> jena, Cut cut) {
    if (!text.isLiteral() || !sought.isLiteral()) {
      return jena.apply(text, sought);
    }
    String all = text.asNode().getLiteralLexicalForm();
    String part = sought.asNode().getLiteralLexicalForm();
    if ((long) all.length() * part.length() <= MUCH) {
      return jena.apply(text, sought);
    }
    int place = TextSearch.find(part, all, budget);
    if (place < 0) {
      return jena.apply(like(text, "a"), like(sought, "b"));
    }
    // Both are checked to fit together, and the answer has the language of the text.
    NodeValue checked = jena.apply(like(text, ""), like(sought, ""));
    return cut.of(checked, end -> like(text, end), all, place, part.length());
  }

  /** Makes the answer from where the text was found. */
  @FunctionalInterface
  private interface Cut {
    NodeValue of(
        NodeValue checked, Function<String, NodeValue> like, String all, int place, int length);
  }

  private static NodeValue like(NodeValue value, String text) {
    Node node = value.asNode();
    return NodeValue.makeNode(
        NodeFactory.createLiteral(
            text,
            node.getLiteralLanguage(),
            node.getLiteralBaseDirection(),
            node.getLiteralDatatype()));
  }

  /** CONTAINS. */
  static final class Contains extends E_StrContains {
    private final Budget budget;

    Contains(Expr text, Expr sought, Budget budget) {
      super(text, sought);
      this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      return search(
          text, sought, budget, StandardFunctions::contains, (found, _, _, _, _) -> found);
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new Contains(text, sought, budget);
    }
  }

  /** STRBEFORE. */
  static final class Before extends E_StrBefore {
    private final Budget budget;

    Before(Expr text, Expr sought, Budget budget) {
      super(text, sought);
      this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      return search(
          text,
          sought,
          budget,
          super::eval,
          (_, like, all, place, _) -> like.apply(all.substring(0, place)));
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new Before(text, sought, budget);
    }
  }

  /** STRAFTER. */
  static final class After extends E_StrAfter {
    private final Budget budget;

    After(Expr text, Expr sought, Budget budget) {
      super(text, sought);
      this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      return search(
          text,
          sought,
          budget,
          super::eval,
          (_, like, all, place, length) -> like.apply(all.substring(place + length)));
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new After(text, sought, budget);
    }
  }
}
