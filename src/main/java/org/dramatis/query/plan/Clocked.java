package org.dramatis.query.plan;

import java.util.function.LongConsumer;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows that are counted, and the time until each is there. */
final class Clocked extends QueryIteratorWrapper {

  private final LongConsumer spent;
  private final Runnable row;

  Clocked(QueryIterator rows, LongConsumer spent, Runnable row) {
    super(rows);
    this.spent = spent;
    this.row = row;
  }

  @Override
  protected boolean hasNextBinding() {
    long begun = System.nanoTime();
    try {
      return super.hasNextBinding();
    } finally {
      spent.accept(System.nanoTime() - begun);
    }
  }

  @Override
  protected Binding moveToNextBinding() {
    long begun = System.nanoTime();
    try {
      Binding binding = super.moveToNextBinding();
      row.run();
      return binding;
    } finally {
      spent.accept(System.nanoTime() - begun);
    }
  }
}
