package org.dramatis.query.function;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.dramatis.query.budget.Budget;

/**
 * Puts every function of a query that is about to run under watch. The optimizer comes before,
 * because it knows functions by their classes.
 */
public final class WatchedExpressions extends ExprTransformCopy {

  private final Scratch scratch;

  public WatchedExpressions(Budget budget) {
    this.scratch = new Scratch(budget);
  }

  @Override
  public Expr transform(ExprFunction0 function) {
    return watch(super.transform(function));
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    Expr same = super.transform(function, argument);
    return function instanceof E_LogicalNot ? same : watch(same);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr one, Expr other) {
    Expr same = super.transform(function, one, other);
    boolean connective = function instanceof E_LogicalAnd || function instanceof E_LogicalOr;
    return connective ? same : watch(same);
  }

  @Override
  public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
    return watch(super.transform(function, first, second, third));
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    return watch(super.transform(function, arguments));
  }

  @Override
  public Expr transform(ExprFunctionOp function, ExprList arguments, Op pattern) {
    Expr same = super.transform(function, arguments, pattern);
    return new Watched(same, scratch::workOutPattern);
  }

  private Expr watch(Expr function) {
    return new Watched(function, scratch::workOut);
  }
}
