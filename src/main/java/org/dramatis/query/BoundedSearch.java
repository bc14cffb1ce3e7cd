package org.dramatis.query;

import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Looking for a text within a text takes as long as both lengths multiplied, at worst. Where that
 * is much, the search is first done in a way that can be stopped; once that has ended, Jena's ends
 * no later.
 */
final class BoundedSearch {

  private static final long MUCH = 10_000_000;

  private BoundedSearch() {}

  private static void tryOut(NodeValue text, NodeValue sought, Budget budget) {
    if (!text.isString() || !sought.isString()) {
      return;
    }
    long steps = (long) text.getString().length() * sought.getString().length();
    if (steps > MUCH) {
      Pattern.compile(sought.getString(), Pattern.LITERAL)
          .matcher(new BoundedText(text.getString(), budget))
          .find();
    }
  }

  /** CONTAINS. */
  static final class Contains extends E_StrContains {
    private final Budget budget;

    Contains(Expr text, Expr sought, Budget budget) {
      super(text, sought);
      this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      tryOut(text, sought, budget);
      return super.eval(text, sought);
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new Contains(text, sought, budget);
    }
  }

  /** STRBEFORE. */
  static final class Before extends E_StrBefore {
    private final Budget budget;

    Before(Expr text, Expr sought, Budget budget) {
      super(text, sought);
      this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      tryOut(text, sought, budget);
      return super.eval(text, sought);
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new Before(text, sought, budget);
    }
  }

  /** STRAFTER. */
  static final class After extends E_StrAfter {
    private final Budget budget;

    After(Expr text, Expr sought, Budget budget) {
      super(text, sought);
      this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      tryOut(text, sought, budget);
      return super.eval(text, sought);
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new After(text, sought, budget);
    }
  }
}
