package org.dramatis.query.function;

import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.dramatis.query.problem.StopReason;

/** A product that does not have very many digits. */
final class BoundedProduct extends E_Multiply {

  private final Budget budget;

  BoundedProduct(Expr one, Expr other, Budget budget) {
    super(one, other);
    this.budget = budget;
  }

  @Override
  public NodeValue eval(NodeValue one, NodeValue other) {
    if (Sizes.ofNumber(one) + Sizes.ofNumber(other) > Sizes.LARGEST_NUMBER) {
      budget.stop(StopReason.OUT_OF_MEMORY);
    }
    budget.check();
    return super.eval(one, other);
  }

  @Override
  public Expr copy(Expr one, Expr other) {
    return new BoundedProduct(one, other, budget);
  }
}
