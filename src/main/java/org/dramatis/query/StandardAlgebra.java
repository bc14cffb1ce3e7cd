package org.dramatis.query;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;

/**
 * Puts the standard's meaning in the place of Jena's, where the two differ. What is sent to another
 * service is left as it was written.
 */
final class StandardAlgebra {

  private StandardAlgebra() {}

  /** The same pattern, with every function as SPARQL 1.2 has it. */
  static Op of(Op pattern) {
    return Transformer.transformSkipService(
        new RowBlankNodes(), new StandardExpressions(), pattern);
  }
}
