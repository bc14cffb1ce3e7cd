package org.dramatis.query.budget;

import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.jena.util.iterator.WrappedIterator;

/** What is found in the data, for as long as a budget lasts. */
public final class BoundedIterator<T> extends WrappedIterator<T> {

  private final Budget budget;

  public BoundedIterator(Iterator<? extends T> found, Budget budget) {
    super(found);
    this.budget = budget;
  }

  @Override
  public boolean hasNext() {
    budget.step();
    return super.hasNext();
  }

  @Override
  public T next() {
    budget.step();
    return super.next();
  }

  /** What is wrapped would go through all at once, past the budget. */
  @Override
  public void forEachRemaining(Consumer<? super T> action) {
    while (hasNext()) {
      action.accept(next());
    }
  }
}
