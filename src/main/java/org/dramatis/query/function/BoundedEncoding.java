package org.dramatis.query.function;

import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;

/** ENCODE_FOR_URI that keeps to a budget: it makes up to nine characters of one. */
final class BoundedEncoding extends E_StrEncodeForURI {

  /** So many characters are encoded between two looks at the budget. */
  private static final int PIECE = 64 * 1024;

  private final Budget budget;

  BoundedEncoding(Expr text, Budget budget) {
    super(text);
    this.budget = budget;
  }

  @Override
  public NodeValue eval(NodeValue value) {
    String text = StringTerm.of(value).text();
    if (text.length() <= PIECE) {
      return super.eval(value);
    }
    StringBuilder encoded = new StringBuilder();
    long charged = 0;
    try {
      int begin = 0;
      while (begin < text.length()) {
        budget.check();
        int end = end(text, begin);
        encoded.append(super.eval(NodeValue.makeString(text.substring(begin, end))).getString());
        long more = Sizes.building(encoded.length()) - charged;
        charged += more;
        budget.charge(more);
        begin = end;
      }
      return NodeValue.makeString(encoded.toString());
    } finally {
      budget.release(charged);
    }
  }

  /** Where a piece ends; no character of two surrogates is taken apart. */
  private static int end(String text, int begin) {
    int end = Math.min(begin + PIECE, text.length());
    return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  @Override
  public Expr copy(Expr text) {
    return new BoundedEncoding(text, budget);
  }
}
