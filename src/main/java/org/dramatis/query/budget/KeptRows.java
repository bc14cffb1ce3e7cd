package org.dramatis.query.budget;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way to an operator that keeps them all, such as one side of a join. They are
 * charged, and every look at one of them is a step: an operator that only compares what it keeps is
 * bounded too.
 */
public final class KeptRows extends QueryIteratorWrapper {

  private final Budget budget;

  public KeptRows(QueryIterator rows, Budget budget) {
    super(rows);
    this.budget = budget;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = super.moveToNextBinding();
    budget.charge(Sizes.ENTRY + Sizes.of(row));
    return new Kept(row, budget);
  }

  private static final class Kept extends BindingBase {

    private final Binding row;
    private final Budget budget;

    Kept(Binding row, Budget budget) {
      super(null);
      this.row = row;
      this.budget = budget;
    }

    @Override
    protected Iterator<Var> vars1() {
      budget.step();
      return row.vars();
    }

    @Override
    protected int size1() {
      return row.size();
    }

    @Override
    protected boolean isEmpty1() {
      return row.isEmpty();
    }

    @Override
    protected boolean contains1(Var variable) {
      budget.step();
      return row.contains(variable);
    }

    @Override
    protected @Nullable Node get1(Var variable) {
      budget.step();
      return row.get(variable);
    }

    @Override
    public Binding detach() {
      return row.detach();
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
      throw new UnsupportedOperationException("a kept row has no parent");
    }
  }
}
