package org.dramatis.query.engine;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.dramatis.query.budget.Budget;

/** Rows on their way from one operator to the next, for as long as a budget lasts. */
final class BoundedRows extends QueryIteratorWrapper {

  private final Budget budget;

  BoundedRows(QueryIterator rows, Budget budget) {
    super(rows);
    this.budget = budget;
  }

  @Override
  protected boolean hasNextBinding() {
    budget.step();
    return super.hasNextBinding();
  }

  @Override
  protected Binding moveToNextBinding() {
    budget.step();
    return super.moveToNextBinding();
  }
}
