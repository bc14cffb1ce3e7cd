package org.dramatis.query.engine;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.KeptRows;
import org.dramatis.query.function.BoundedExpressions;
import org.dramatis.query.function.WatchedExpressions;
import org.dramatis.query.language.LongLists;
import org.dramatis.query.plan.Planner;

/**
 * Jena's engine, with expressions that keep to the budget of their query. They are put in before
 * the optimizer runs, because it evaluates what is constant.
 */
public final class BoundedEngine extends QueryEngineMain {

  /** The {@link Budget} of a query in its context. */
  public static final Symbol BUDGET = Symbol.create("https://w3id.org/dramatis/internal#budget");

  /** Says in the context that whoever asked keeps all rows, as an update does. */
  public static final Symbol KEEPS_ROWS =
      Symbol.create("https://w3id.org/dramatis/internal#keepsRows");

  /** The {@link Planner} that observes the query, in its context, if one does. */
  public static final Symbol PLANNER = Symbol.create("https://w3id.org/dramatis/internal#planner");

  /** Knows this engine only. */
  public static final QueryEngineRegistry REGISTRY = new QueryEngineRegistry();

  static {
    REGISTRY.add(new Factory());
  }

  private BoundedEngine(Op op, DatasetGraph dataset, Binding input, Context context) {
    super(
        Transformer.transform(
            new TransformCopy(), new BoundedExpressions(context.<Budget>get(BUDGET)), op),
        dataset,
        input,
        context);
  }

  private BoundedEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
    super(query, dataset, input, context);
  }

  @Override
  public QueryIterator eval(Op op, DatasetGraph dataset, Binding input, Context context) {
    QueryIterator rows = super.eval(op, dataset, input, context);
    return context.isTrue(KEEPS_ROWS) ? new KeptRows(rows, context.<Budget>get(BUDGET)) : rows;
  }

  @Override
  protected Op modifyOp(Op op) {
    LongLists.keep(op, context);
    Op optimized =
        Transformer.transform(
            new TransformCopy(),
            new WatchedExpressions(context.<Budget>get(BUDGET)),
            super.modifyOp(op));
    return context.isDefined(PLANNER)
        ? context.<Planner>get(PLANNER).label(optimized, dataset)
        : optimized;
  }

  @Override
  protected Op createOp(Query query) {
    Budget budget = context.get(BUDGET);
    return Transformer.transformSkipService(
        new TransformCopy(),
        new BoundedExpressions(budget),
        StandardAlgebra.of(super.createOp(query)));
  }

  private static final class Factory implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      return new BoundedEngine(query, dataset, input, context).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
      return new BoundedEngine(op, dataset, input, context).getPlan();
    }
  }
}
