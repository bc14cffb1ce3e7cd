package org.dramatis.query.budget;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows with values that were just worked out. They are charged until the next row is made. */
public final class HeldRows extends QueryIteratorWrapper {

  private final VarExprList made;
  private final Budget budget;
  private long held;

  public HeldRows(QueryIterator rows, VarExprList made, Budget budget) {
    super(rows);
    this.made = made;
    this.budget = budget;
  }

  @Override
  protected Binding moveToNextBinding() {
    budget.release(held);
    held = 0;
    Binding row = super.moveToNextBinding();
    for (Var variable : made.getVars()) {
      Node value = row.get(variable);
      held += value == null ? 0 : Sizes.of(value);
    }
    budget.charge(held);
    return row;
  }
}
