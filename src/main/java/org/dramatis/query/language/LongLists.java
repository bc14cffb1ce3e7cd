package org.dramatis.query.language;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.util.Context;

/**
 * The optimizer turns {@code ?x IN (…)} into one search for each term. For a few terms this is
 * fast; for thousands it makes a plan so large that making it takes seconds.
 */
public final class LongLists {

  private static final int FEW = 100;

  private LongLists() {}

  /** Tells the optimizer to leave the lists of a query as they are, if one of them is long. */
  public static void keep(Op query, Context context) {
    Walker.walk(
        query,
        new OpVisitorBase(),
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionN function) {
            boolean list = function instanceof E_OneOf || function instanceof E_NotOneOf;
            if (list && function.numArgs() > FEW) {
              context.set(ARQ.optFilterExpandOneOf, false);
            }
          }
        });
  }
}
