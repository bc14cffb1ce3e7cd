package org.dramatis.query.engine;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.HeldRows;
import org.dramatis.query.budget.KeptRows;
import org.dramatis.query.plan.Step;
import org.dramatis.query.problem.TooComplexException;

/**
 * Evaluates queries within a budget. Every operator hands on its rows under the budget's eyes, and
 * those that keep rows or work for long without handing any on are replaced.
 */
public final class BoundedExecutor extends OpExecutor {

  /** Ordering the patterns of a group takes time that grows with the square of their number. */
  private static final int MOST_PATTERNS = 1000;

  private final Budget budget;

  private BoundedExecutor(ExecutionContext context, Budget budget) {
    super(context);
    this.budget = budget;
  }

  /** Makes executors for the work within this budget. */
  public static OpExecutorFactory within(Budget budget) {
    return context -> new BoundedExecutor(context, budget);
  }

  @Override
  protected QueryIterator exec(Op operator, QueryIterator input) {
    budget.check();
    return new BoundedRows(super.exec(operator, input), budget);
  }

  @Override
  protected QueryIterator execute(OpBGP patterns, QueryIterator input) {
    int count = patterns.getPattern().size();
    if (count > MOST_PATTERNS) {
      throw new TooComplexException(
          "a group has %,d patterns; the limit is %,d".formatted(count, MOST_PATTERNS));
    }
    return super.execute(patterns, input);
  }

  /** A plan that is observed labels its operators. */
  @Override
  protected QueryIterator execute(OpLabel label, QueryIterator input) {
    return label.getObject() instanceof Step step
        ? step.observe(input, rows -> exec(label.getSubOp(), rows))
        : super.execute(label, input);
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    return new PathRows(path.getTriplePath(), input, execCxt, budget);
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    return Join.join(kept(left), right, execCxt);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    return Join.leftJoin(left, kept(right), join.getExprs(), execCxt);
  }

  @Override
  protected QueryIterator execute(OpMinus minus, QueryIterator input) {
    QueryIterator left = exec(minus.getLeft(), input);
    QueryIterator right = exec(minus.getRight(), root());
    Set<Var> common = new HashSet<>(OpVars.visibleVars(minus.getLeft()));
    common.retainAll(OpVars.visibleVars(minus.getRight()));
    return QueryIterMinus.create(left, kept(right), common, execCxt);
  }

  @Override
  protected QueryIterator execute(OpTable values, QueryIterator input) {
    if (values.isJoinIdentity() || input.isJoinIdentity()) {
      return super.execute(values, input);
    }
    return Join.join(kept(values.getTable().iterator(execCxt)), input, execCxt);
  }

  @Override
  protected QueryIterator execute(OpOrder order, QueryIterator input) {
    QueryIterator rows = exec(order.getSubOp(), input);
    return new SortedRows(order.getConditions(), execCxt, budget).all(rows);
  }

  @Override
  protected QueryIterator execute(OpTopN top, QueryIterator input) {
    QueryIterator rows = exec(top.getSubOp(), input);
    return new SortedRows(top.getConditions(), execCxt, budget).first(rows, top.getLimit());
  }

  @Override
  protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
    return new DistinctRows(exec(distinct.getSubOp(), input), execCxt, budget);
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    return new GroupedRows(group, execCxt, budget).of(exec(group.getSubOp(), input));
  }

  @Override
  protected QueryIterator execute(OpExtend extend, QueryIterator input) {
    return new HeldRows(super.execute(extend, input), extend.getVarExprList(), budget);
  }

  private QueryIterator kept(QueryIterator rows) {
    return new KeptRows(rows, budget);
  }
}
