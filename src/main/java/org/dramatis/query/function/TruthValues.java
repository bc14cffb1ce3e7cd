package org.dramatis.query.function;

import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_HasLang;
import org.apache.jena.sparql.expr.E_HasLangDir;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.E_IsIRI;
import org.apache.jena.sparql.expr.E_IsLiteral;
import org.apache.jena.sparql.expr.E_IsNumeric;
import org.apache.jena.sparql.expr.E_IsTriple;
import org.apache.jena.sparql.expr.E_LangMatches;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * Expressions that are taken for true or false. In SPARQL 1.2 a string with a language is neither;
 * Jena takes it for true unless it is empty. And its optimizer makes {@code ?x} of {@code ?x &&
 * true}, which is right only if {@code ?x} is true or false itself.
 */
public final class TruthValues {

  private TruthValues() {}

  /** The truth value of an expression; the expression itself if it never has another. */
  public static Expr of(Expr expression) {
    return switch (expression) {
      case E_Bound _,
          E_Equals _,
          E_GreaterThan _,
          E_GreaterThanOrEqual _,
          E_HasLang _,
          E_HasLangDir _,
          E_IsBlank _,
          E_IsIRI _,
          E_IsLiteral _,
          E_IsNumeric _,
          E_IsTriple _,
          E_LangMatches _,
          E_LessThan _,
          E_LessThanOrEqual _,
          E_LogicalAnd _,
          E_LogicalNot _,
          E_LogicalOr _,
          E_NotEquals _,
          E_NotOneOf _,
          E_OneOf _,
          E_Regex _,
          E_SameTerm _,
          E_StrContains _,
          E_StrEndsWith _,
          E_StrStartsWith _,
          ExprFunctionOp _ ->
          expression;
      default -> new TruthValue(expression);
    };
  }

  /** All expressions of a condition. */
  public static ExprList of(ExprList conditions) {
    ExprList all = new ExprList();
    conditions.forEach(condition -> all.add(of(condition)));
    return all;
  }

  private static final class TruthValue extends ExprFunction1 {
    TruthValue(Expr expression) {
      super(expression, "truth");
    }

    @Override
    public NodeValue eval(NodeValue value) {
      if (NodeUtils.hasLang(value.asNode())) {
        throw new ExprEvalException("a string with a language is neither true nor false");
      }
      return XSDFuncOp.effectiveBooleanValueAsNodeValue(value);
    }

    @Override
    public Expr copy(Expr expression) {
      return new TruthValue(expression);
    }
  }
}
