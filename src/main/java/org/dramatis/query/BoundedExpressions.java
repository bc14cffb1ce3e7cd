package org.dramatis.query;

import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Puts REGEX and REPLACE that keep to a budget in the place of Jena's, which do not. */
final class BoundedExpressions extends ExprTransformCopy {

  private final Budget budget;

  BoundedExpressions(Budget budget) {
    this.budget = budget;
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    return switch (function) {
      case E_Regex _ -> new BoundedRegex(arguments, budget);
      case E_StrReplace _ -> new BoundedReplace(arguments, budget);
      default -> super.transform(function, arguments);
    };
  }
}
