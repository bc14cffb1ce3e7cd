package org.dramatis.query;

import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Puts REGEX and REPLACE that keep to a deadline in the place of Jena's, which do not. */
final class BoundedExpressions extends ExprTransformCopy {

  private final long deadline;

  /** The deadline is a value of {@link System#nanoTime}. */
  BoundedExpressions(long deadline) {
    this.deadline = deadline;
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    return switch (function) {
      case E_Regex _ -> new BoundedRegex(arguments, deadline);
      case E_StrReplace _ -> new BoundedReplace(arguments, deadline);
      default -> super.transform(function, arguments);
    };
  }
}
