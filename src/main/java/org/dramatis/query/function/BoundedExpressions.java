package org.dramatis.query.function;

import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.dramatis.query.budget.Budget;

/**
 * Puts functions that keep to a budget in the place of those of Jena that may take very long, or
 * make something very long, for a single row.
 */
public final class BoundedExpressions extends ExprTransformCopy {

  private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";

  private final Budget budget;

  public BoundedExpressions(Budget budget) {
    this.budget = budget;
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    return switch (function) {
      case E_Regex _ -> new BoundedRegex(arguments, budget);
      case E_StrReplace _ -> new BoundedReplace(arguments, budget);
      case E_StrConcat _ -> new BoundedConcat(arguments, budget);
      case E_Function call when call.getFunctionIRI().startsWith(XPATH) ->
          called(call, call.getFunctionIRI().substring(XPATH.length()), arguments);
      default -> super.transform(function, arguments);
    };
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    return function instanceof E_StrEncodeForURI
        ? new BoundedEncoding(argument, budget)
        : super.transform(function, argument);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr one, Expr other) {
    return switch (function) {
      case E_StrContains _ -> BoundedSearch.contains(one, other, budget);
      case E_StrBefore _ -> BoundedSearch.before(one, other, budget);
      case E_StrAfter _ -> BoundedSearch.after(one, other, budget);
      case E_Add _ -> new BoundedCalendar.Plus(one, other);
      case E_Multiply _ -> new BoundedProduct(one, other, budget);
      case E_Subtract _ -> new BoundedCalendar.Minus(one, other);
      default -> super.transform(function, one, other);
    };
  }

  /** The same functions, called by the names that they have in XPath. */
  private Expr called(E_Function call, String name, ExprList arguments) {
    return switch (name + "/" + arguments.size()) {
      case "matches/2", "matches/3" -> new BoundedRegex(arguments, budget);
      case "replace/3", "replace/4" -> new BoundedReplace(arguments, budget);
      case "encode-for-uri/1" -> new BoundedEncoding(arguments.get(0), budget);
      case "contains/2" -> BoundedSearch.contains(arguments.get(0), arguments.get(1), budget);
      case "substring-before/2" -> BoundedSearch.before(arguments.get(0), arguments.get(1), budget);
      case "substring-after/2" -> BoundedSearch.after(arguments.get(0), arguments.get(1), budget);
      default -> super.transform(call, arguments);
    };
  }
}
