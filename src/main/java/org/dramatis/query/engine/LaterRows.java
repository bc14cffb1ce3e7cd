package org.dramatis.query.engine;

import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;

/** Rows that are worked out from all rows of an input, when the first of them is asked for. */
final class LaterRows extends QueryIterPlainWrapper {

  private final QueryIterator input;

  LaterRows(QueryIterator input, ExecutionContext context, Supplier<Iterator<Binding>> work) {
    super(
        new IteratorDelayedInitialization<>() {
          @Override
          protected Iterator<Binding> initializeIterator() {
            return work.get();
          }
        },
        context);
    this.input = input;
  }

  @Override
  protected void closeIterator() {
    input.close();
    super.closeIterator();
  }
}
