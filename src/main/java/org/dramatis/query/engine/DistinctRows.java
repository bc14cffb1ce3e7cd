package org.dramatis.query.engine;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterDistinctReduced;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;

/** DISTINCT; it keeps one of each row, and the duplicates cost nothing. */
final class DistinctRows extends QueryIterDistinctReduced {

  private final Set<Binding> seen = new HashSet<>();
  private final Budget budget;

  DistinctRows(QueryIterator rows, ExecutionContext context, Budget budget) {
    super(rows, context);
    this.budget = budget;
  }

  @Override
  protected boolean isFreshSighting(Binding row) {
    boolean fresh = seen.add(row);
    if (fresh) {
      budget.charge(Sizes.ENTRY + Sizes.of(row));
    }
    return fresh;
  }
}
