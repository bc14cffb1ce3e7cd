package org.dramatis.query.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;

/** ORDER BY, of all rows or of the first so many. Every comparison is a step. */
final class SortedRows {

  private final Comparator<Binding> order;
  private final ExecutionContext context;
  private final Budget budget;

  SortedRows(List<SortCondition> conditions, ExecutionContext context, Budget budget) {
    Comparator<Binding> plain = new BindingComparator(conditions, context);
    this.order =
        (one, other) -> {
          budget.step();
          return plain.compare(one, other);
        };
    this.context = context;
    this.budget = budget;
  }

  QueryIterator all(QueryIterator rows) {
    return new LaterRows(rows, context, () -> sort(rows).iterator());
  }

  QueryIterator first(QueryIterator rows, int count) {
    return new LaterRows(rows, context, () -> best(rows, count).iterator());
  }

  private List<Binding> sort(QueryIterator rows) {
    List<Binding> kept = new ArrayList<>();
    while (rows.hasNext()) {
      Binding row = rows.next();
      budget.charge(Sizes.of(row));
      kept.add(row);
    }
    kept.sort(order);
    return kept;
  }

  private record Numbered(Binding row, long number) {}

  /** The worst of the rows kept so far is on top; of equal rows the later one is the worse. */
  private List<Binding> best(QueryIterator rows, int count) {
    Comparator<Numbered> stable =
        Comparator.comparing(Numbered::row, order).thenComparingLong(Numbered::number);
    PriorityQueue<Numbered> kept = new PriorityQueue<>(stable.reversed());
    for (long number = 0; rows.hasNext(); number++) {
      Numbered next = new Numbered(rows.next(), number);
      Numbered worst = kept.peek();
      boolean full = kept.size() >= count;
      if (full && (worst == null || stable.compare(next, worst) >= 0)) {
        continue;
      }
      budget.charge(Sizes.of(next.row()));
      kept.add(next);
      if (full) {
        budget.release(Sizes.of(kept.remove().row()));
      }
    }
    List<Binding> sorted = new ArrayList<>();
    while (!kept.isEmpty()) {
      sorted.add(kept.remove().row());
    }
    return sorted.reversed();
  }
}
