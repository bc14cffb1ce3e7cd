package org.dramatis.query;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;

/** Puts the TRIPLE of SPARQL 1.2 in the place of Jena's. */
final class StandardExpressions extends ExprTransformCopy {

  @Override
  public Expr transform(ExprFunction3 function, Expr one, Expr second, Expr third) {
    return function instanceof E_TripleFn
        ? new TripleOf(one, second, third)
        : super.transform(function, one, second, third);
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
