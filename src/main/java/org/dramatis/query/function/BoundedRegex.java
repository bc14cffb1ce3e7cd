package org.dramatis.query.function;

import java.util.List;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.dramatis.query.budget.BoundedText;
import org.dramatis.query.budget.Budget;
import org.jspecify.annotations.Nullable;

/** REGEX that keeps to a budget. */
final class BoundedRegex extends E_Regex {

  private final Budget budget;
  private final PatternCache patterns = new PatternCache("REGEX");

  BoundedRegex(ExprList arguments, Budget budget) {
    super(arguments.get(0), arguments.get(1), third(arguments));
    this.budget = budget;
  }

  private static @Nullable Expr third(ExprList arguments) {
    return arguments.size() > 2 ? arguments.get(2) : null;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    String text =
        NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.getFirst())
            .getLiteralLexicalForm();
    boolean found =
        patterns
            .get(arguments.subList(1, arguments.size()))
            .matcher(new BoundedText(text, budget))
            .find();
    return NodeValue.makeBoolean(found);
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedRegex(arguments, budget);
  }
}
