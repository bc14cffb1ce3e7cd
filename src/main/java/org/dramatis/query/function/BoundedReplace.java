package org.dramatis.query.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.dramatis.query.budget.BoundedText;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.jspecify.annotations.Nullable;

/** REPLACE that keeps to a budget. */
final class BoundedReplace extends E_StrReplace {

  private static final String NAME = "REPLACE";

  private final Budget budget;
  private final PatternCache patterns = new PatternCache(NAME);

  BoundedReplace(ExprList arguments, Budget budget) {
    super(arguments.get(0), arguments.get(1), arguments.get(2), fourth(arguments));
    this.budget = budget;
  }

  private static @Nullable Expr fourth(ExprList arguments) {
    return arguments.size() > 3 ? arguments.get(3) : null;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    Node text = NodeValueOps.checkAndGetStringLiteral(NAME, arguments.getFirst());
    List<NodeValue> patternAndFlags = new ArrayList<>(arguments.subList(1, arguments.size()));
    Node replacement = NodeValueOps.checkAndGetStringLiteral(NAME, patternAndFlags.remove(1));
    Matcher matcher =
        patterns
            .get(patternAndFlags)
            .matcher(new BoundedText(text.getLiteralLexicalForm(), budget));
    String result = replace(matcher, replacement.getLiteralLexicalForm());
    return NodeValue.makeNode(
        NodeFactory.createLiteral(
            result,
            text.getLiteralLanguage(),
            text.getLiteralBaseDirection(),
            text.getLiteralDatatype()));
  }

  /** As Jena does it: an empty match counts only where it is the first. */
  private String replace(Matcher matcher, String replacement) {
    StringBuilder result = new StringBuilder();
    long charged = 0;
    boolean first = true;
    try {
      while (matcher.find()) {
        if (first || matcher.start() != matcher.end()) {
          matcher.appendReplacement(result, replacement);
          long more = Sizes.building(result.length()) - charged;
          charged += more;
          budget.charge(more);
        }
        first = false;
      }
      return matcher.appendTail(result).toString();
    } catch (IllegalArgumentException | IndexOutOfBoundsException badReplacement) {
      throw new ExprEvalException(NAME + ": " + badReplacement.getMessage(), badReplacement);
    } finally {
      budget.release(charged);
    }
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedReplace(arguments, budget);
  }
}
