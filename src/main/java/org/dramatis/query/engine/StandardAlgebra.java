package org.dramatis.query.engine;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.dramatis.query.function.StandardExpressions;
import org.dramatis.query.function.TruthValues;

/**
 * Puts the standard's meaning in the place of Jena's, where the two differ. What is sent to another
 * service is left as it was written.
 */
final class StandardAlgebra {

  private StandardAlgebra() {}

  /** The same pattern, with paths, conditions and functions as SPARQL 1.2 has them. */
  static Op of(Op pattern) {
    Op withPaths =
        Transformer.transformSkipService(
            new ZeroLengthPaths(), new ZeroLengthPaths.OutsideOfExists(), pattern);
    Op withConditions =
        Transformer.transformSkipService(new Conditions(), new StandardExpressions(), withPaths);
    return Transformer.transformSkipService(new RowBlankNodes(), withConditions);
  }

  /** Conditions are taken for true or false. */
  private static final class Conditions extends TransformCopy {
    @Override
    public Op transform(OpFilter filter, Op below) {
      return OpFilter.filterBy(TruthValues.of(filter.getExprs()), below);
    }

    @Override
    public Op transform(OpLeftJoin join, Op left, Op right) {
      return join.getExprs() == null
          ? super.transform(join, left, right)
          : OpLeftJoin.createLeftJoin(left, right, TruthValues.of(join.getExprs()));
    }
  }
}
