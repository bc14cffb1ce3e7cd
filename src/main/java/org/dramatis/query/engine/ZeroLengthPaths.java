package org.dramatis.query.engine;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * Lets a path of length zero between two variables begin at nodes of the graph only (SPARQL 1.1,
 * 18.4). Jena lets it begin at every term that a variable has from elsewhere.
 */
final class ZeroLengthPaths extends TransformCopy {

  @Override
  public Op transform(OpPath pattern) {
    Node start = pattern.getTriplePath().getSubject();
    return Var.isVar(start)
            && Var.isVar(pattern.getTriplePath().getObject())
            && mayBeEmpty(pattern.getTriplePath().getPath())
        ? OpFilter.filter(new InGraph(new ExprVar(start)), pattern)
        : pattern;
  }

  private static boolean mayBeEmpty(Path path) {
    return switch (path) {
      case P_ZeroOrOne _, P_ZeroOrMore1 _ -> true;
      case P_OneOrMore1 repeated -> mayBeEmpty(repeated.getSubPath());
      case P_Inverse inverse -> mayBeEmpty(inverse.getSubPath());
      case P_Alt either -> mayBeEmpty(either.getLeft()) || mayBeEmpty(either.getRight());
      case P_Seq both -> mayBeEmpty(both.getLeft()) && mayBeEmpty(both.getRight());
      default -> false;
    };
  }

  /**
   * Leaves the patterns of EXISTS alone: there a variable stands for its value, as if that had been
   * written.
   */
  static final class OutsideOfExists extends ExprTransformCopy {
    @Override
    public Expr transform(ExprFunctionOp exists, ExprList arguments, Op pattern) {
      return exists;
    }
  }

  /** Whether the graph that is being asked has a statement about a term or with it at its end. */
  private static final class InGraph extends ExprFunction1 {
    InGraph(Expr term) {
      super(term, "inGraph");
    }

    @Override
    public NodeValue eval(NodeValue term, FunctionEnv environment) {
      Graph graph = environment.getActiveGraph();
      Node node = term.asNode();
      return NodeValue.booleanReturn(
          graph.contains(node, Node.ANY, Node.ANY) || graph.contains(Node.ANY, Node.ANY, node));
    }

    @Override
    public NodeValue eval(NodeValue term) {
      throw new ExprEvalException("without a graph nothing is in it");
    }

    @Override
    public Expr copy(Expr term) {
      return new InGraph(term);
    }
  }
}
