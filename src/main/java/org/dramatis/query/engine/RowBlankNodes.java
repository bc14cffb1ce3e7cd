package org.dramatis.query.engine;

import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Makes {@code BNODE("a")} the same blank node wherever it stands in one row, and another in every
 * other row. Jena takes each assignment for a row of its own. Here each row gets a hidden blank
 * node first, from which those with a name are derived.
 */
final class RowBlankNodes extends TransformCopy {

  private static final String HIDDEN = ".row";

  private int rows;

  @Override
  public Op transform(OpExtend extend, Op below) {
    if (extend.getVarExprList().getExprs().values().stream().noneMatch(Named::occursIn)) {
      return super.transform(extend, below);
    }
    Optional<Var> known = rowOf(below);
    Var row = known.orElseGet(() -> Var.alloc(HIDDEN + rows++));
    Op numbered = known.isPresent() ? below : OpExtend.create(below, row, E_BNode.create());
    VarExprList assignments = new VarExprList();
    extend
        .getVarExprList()
        .forEachVarExpr((variable, expression) ->
            assignments.add(variable, ExprTransformer.transform(new Named(row), expression)));
    return OpExtend.create(numbered, assignments);
  }

  /** The hidden variable of the rows below, which further assignments of theirs share. */
  private static Optional<Var> rowOf(Op below) {
    Op current = below;
    while (current instanceof OpExtend extend) {
      for (Var variable : extend.getVarExprList().getVars()) {
        if (variable.getVarName().startsWith(HIDDEN)) {
          return Optional.of(variable);
        }
      }
      current = extend.getSubOp();
    }
    return Optional.empty();
  }

  /** Derives the blank nodes that a query names from the hidden one of the row. */
  private static final class Named extends ExprTransformCopy {
    private final Var row;

    Named(Var row) {
      this.row = row;
    }

    static boolean occursIn(Expr expression) {
      if (expression instanceof E_BNode.BNode1) {
        return true;
      }
      return expression.isFunction()
          && expression.getFunction().getArgs().stream().anyMatch(Named::occursIn);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr name) {
      return function instanceof E_BNode.BNode1
          ? new BlankNodeOfRow(new ExprVar(row), name)
          : super.transform(function, name);
    }
  }

  private static final class BlankNodeOfRow extends ExprFunction2 {
    BlankNodeOfRow(Expr row, Expr name) {
      super(row, name, "bnodeOfRow");
    }

    @Override
    public NodeValue eval(NodeValue row, NodeValue name) {
      if (!name.isString()) {
        throw new ExprEvalException("not a string: " + name);
      }
      return NodeValue.makeNode(
          NodeFactory.createBlankNode(row.getNode().getBlankNodeLabel() + "-" + name.getString()));
    }

    @Override
    public Expr copy(Expr row, Expr name) {
      return new BlankNodeOfRow(row, name);
    }
  }
}
