package org.dramatis.query.function;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.sse.Tags;
import org.dramatis.query.budget.Budget;

/**
 * Looking for a text within a text takes Java as long as both lengths multiplied, at worst. Where
 * that is much, the search is done here, and only the rest, which is little, by Jena.
 */
final class BoundedSearch extends ExprFunction2 {

  private static final long MUCH = 1_000_000;

  private final Search search;
  private final Budget budget;

  private BoundedSearch(Expr text, Expr sought, Search search, Budget budget) {
    super(text, sought, search.symbol());
    this.search = search;
    this.budget = budget;
  }

  /** CONTAINS. */
  static Expr contains(Expr text, Expr sought, Budget budget) {
    return new BoundedSearch(text, sought, Search.CONTAINS, budget);
  }

  /** STRBEFORE. */
  static Expr before(Expr text, Expr sought, Budget budget) {
    return new BoundedSearch(text, sought, Search.BEFORE, budget);
  }

  /** STRAFTER. */
  static Expr after(Expr text, Expr sought, Budget budget) {
    return new BoundedSearch(text, sought, Search.AFTER, budget);
  }

  /**
   * What is made of the place where a text was found.
   *
   * @param onShortTexts the function of Jena or of the standard
   * @param cut makes the answer where the text was found
   */
  private record Search(String symbol, BinaryOperator<NodeValue> onShortTexts, Cut cut) {
    static final Search CONTAINS =
        new Search(Tags.tagStrContains, StandardFunctions::contains, (found, _, _, _, _) -> found);
    static final Search BEFORE =
        new Search(
            Tags.tagStrBefore,
            XSDFuncOp::strBefore,
            (_, like, all, place, _) -> like.apply(all.substring(0, place)));
    static final Search AFTER =
        new Search(
            Tags.tagStrAfter,
            XSDFuncOp::strAfter,
            (_, like, all, place, length) -> like.apply(all.substring(place + length)));
  }

  /** Makes the answer from where the text was found. */
  @FunctionalInterface
  private interface Cut {
    NodeValue of(
        NodeValue checked, Function<String, NodeValue> like, String all, int place, int length);
  }

  @Override
  public NodeValue eval(NodeValue text, NodeValue sought) {
    BinaryOperator<NodeValue> jena = search.onShortTexts();
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
    return search.cut().of(checked, end -> like(text, end), all, place, part.length());
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

  @Override
  public Expr copy(Expr text, Expr sought) {
    return new BoundedSearch(text, sought, search, budget);
  }
}
