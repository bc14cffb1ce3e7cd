package org.dramatis.query.answer;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.rowset.RowSetWrapper;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.query.problem.InexpressibleTermException;

/** Rows for somebody who reads RDF 1.1 and nothing else: their terms are those of RDF 1.1. */
final class Rdf11Rows extends RowSetWrapper {

  private static final String INSTEAD = "; ask for version=1.2, or for no version";

  private Rdf11Rows(RowSet rows) {
    super(rows);
  }

  static Answer.Rows of(Answer.Rows rows) {
    return new Answer.Rows(new Rdf11Rows(rows.rows()), rows.prefixes(), rows.cutAt());
  }

  @Override
  public Binding next() {
    Binding row = super.next();
    row.forEach(Rdf11Rows::check);
    return row;
  }

  private static void check(Var variable, Node node) {
    if (node.isTripleTerm()) {
      throw new InexpressibleTermException(
          "RDF 1.1 has no triple terms, and %s is one%s".formatted(variable, INSTEAD));
    }
    if (node.isLiteral() && node.getLiteralBaseDirection() != null) {
      throw new InexpressibleTermException(
          "RDF 1.1 has no texts with a direction, and %s is one%s".formatted(variable, INSTEAD));
    }
  }
}
