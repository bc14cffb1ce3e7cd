package org.dramatis.query.function;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;

/** CONCAT that makes no text for which there is no memory. */
final class BoundedConcat extends E_StrConcat {

  private final Budget budget;

  BoundedConcat(ExprList arguments, Budget budget) {
    super(arguments);
    this.budget = budget;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    long characters = 0;
    for (NodeValue argument : arguments) {
      characters += argument.isString() ? argument.getString().length() : 0;
    }
    long bytes = Sizes.building(characters);
    budget.charge(bytes);
    try {
      return StandardFunctions.concat(arguments);
    } finally {
      budget.release(bytes);
    }
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedConcat(arguments, budget);
  }
}
