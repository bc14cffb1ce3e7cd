package org.dramatis.query.function;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Puts the TRIPLE of SPARQL 1.2 in the place of Jena's, and lets connectives and IF take truth
 * values as it does.
 */
public final class StandardExpressions extends ExprTransformCopy {

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    return super.transform(
        function, function instanceof E_LogicalNot ? TruthValues.of(argument) : argument);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr one, Expr other) {
    boolean connective = function instanceof E_LogicalAnd || function instanceof E_LogicalOr;
    return connective
        ? super.transform(function, TruthValues.of(one), TruthValues.of(other))
        : super.transform(function, one, other);
  }

  @Override
  public Expr transform(ExprFunction3 function, Expr one, Expr second, Expr third) {
    return switch (function) {
      case E_TripleFn _ -> new TripleOf(one, second, third);
      case E_If _ -> super.transform(function, TruthValues.of(one), second, third);
      default -> super.transform(function, one, second, third);
    };
  }

  /** Jena's makes triple terms that RDF does not have. */
  private static final class TripleOf extends E_TripleFn {
    TripleOf(Expr subject, Expr predicate, Expr object) {
      super(subject, predicate, object);
    }

    @Override
    public NodeValue eval(NodeValue subject, NodeValue predicate, NodeValue object) {
      Node start = subject.asNode();
      if (!start.isURI() && !start.isBlank()) {
        throw new ExprEvalException("no subject of a triple: " + subject);
      }
      return super.eval(subject, predicate, object);
    }

    @Override
    public Expr copy(Expr subject, Expr predicate, Expr object) {
      return new TripleOf(subject, predicate, object);
    }
  }
}
