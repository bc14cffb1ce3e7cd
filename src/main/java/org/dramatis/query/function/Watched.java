package org.dramatis.query.function;

import java.util.function.Supplier;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprNode;
import org.apache.jena.sparql.expr.ExprVisitor;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;

/**
 * A function within an expression. Working it out is a step, and a large value that it gives is
 * charged until the whole expression is done.
 */
final class Watched extends ExprNode {

  /** How a function is worked out. */
  @FunctionalInterface
  interface Watch {
    NodeValue workOut(Supplier<NodeValue> function);
  }

  private final Expr function;
  private final Watch watch;

  Watched(Expr function, Watch watch) {
    this.function = function;
    this.watch = watch;
  }

  @Override
  public NodeValue eval(Binding row, FunctionEnv environment) {
    return watch.workOut(() -> function.eval(row, environment));
  }

  @Override
  public Expr copySubstitute(Binding row) {
    return new Watched(function.copySubstitute(row), watch);
  }

  @Override
  public Expr applyNodeTransform(NodeTransform transform) {
    return new Watched(function.applyNodeTransform(transform), watch);
  }

  @Override
  public void visit(ExprVisitor visitor) {
    function.visit(visitor);
  }

  @Override
  public int hashCode() {
    return function.hashCode();
  }

  @Override
  public boolean equals(Expr other, boolean bySyntax) {
    return other instanceof Watched watched && function.equals(watched.function, bySyntax);
  }
}
