package org.dramatis.query.warning;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.PatternVars;

/** What is needed to know of an expression. */
final class Expressions {

  private Expressions() {}

  /** The variables of the patterns in EXISTS and NOT EXISTS. */
  static Set<Var> boundInExists(Expr expression) {
    Set<Var> found = new LinkedHashSet<>();
    inExists(
        expression,
        exists -> {
          found.addAll(PatternVars.vars(exists.getElement()));
          found.addAll(OpVars.mentionedVars(exists.getGraphPattern()));
        });
    return found;
  }

  /** Hands over each EXISTS and NOT EXISTS. */
  static void inExists(Expr expression, Consumer<ExprFunctionOp> reader) {
    Walker.walk(
        expression,
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionOp exists) {
            reader.accept(exists);
          }
        });
  }
}
