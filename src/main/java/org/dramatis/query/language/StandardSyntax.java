package org.dramatis.query.language;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;

/** What the grammar of SPARQL 1.2 forbids and Jena's parser lets pass. */
final class StandardSyntax {

  private StandardSyntax() {}

  /**
   * Refuses such a query, of which only the whole is known and not the place.
   *
   * @throws QueryParseException as Jena's parser would throw it
   */
  static void check(Query query) {
    Walker.walk(Algebra.compile(query), new Tables(), new Constants());
  }

  private static final class Tables extends OpVisitorBase {
    @Override
    public void visit(OpTable values) {
      values
          .getTable()
          .rows()
          .forEachRemaining(row -> row.forEach((Var variable, Node term) -> check(term)));
    }
  }

  private static final class Constants extends ExprVisitorBase {
    @Override
    public void visit(NodeValue constant) {
      check(constant.asNode());
    }

    @Override
    public void visit(ExprTripleTerm term) {
      check(term.getNode());
    }
  }

  private static void check(Node term) {
    if (term.isTripleTerm()) {
      Triple triple = term.getTriple();
      Node subject = triple.getSubject();
      if (subject.isLiteral() || subject.isTripleTerm()) {
        throw forbidden("a triple term has a literal or a triple term as its subject");
      }
      check(triple.getObject());
    }
  }

  private static QueryParseException forbidden(String reason) {
    return new QueryParseException(reason, -1, -1);
  }
}
