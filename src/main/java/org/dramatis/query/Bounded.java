package org.dramatis.query;

import java.io.IOException;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.engine.BoundedEngine;
import org.dramatis.query.engine.BoundedExecutor;
import org.dramatis.query.function.PlainFunctions;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.query.problem.ServiceFailedException;
import org.dramatis.query.problem.TooComplexException;

/** What queries and updates have in common: where they run, and how they end when they must. */
final class Bounded {

  private static final PlainFunctions FUNCTIONS = new PlainFunctions();

  private Bounded() {}

  /** Something done within a budget. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, QueryFailedException;
  }

  /** The settings of Jena for work within this budget, which asks no other service. */
  static Context context(Budget budget) {
    return context(budget, new ServiceExecutorRegistry());
  }

  /** The settings of Jena for work within this budget, with these services to ask. */
  static Context context(Budget budget, ServiceExecutorRegistry services) {
    Context context =
        ARQ.getContext()
            .copy()
            .set(ARQConstants.registryServiceExecutors, services)
            .set(ARQ.httpServiceAllowed, false)
            .set(ARQ.enablePropertyFunctions, false)
            .set(ARQConstants.registryFunctions, FUNCTIONS)
            .set(ARQConstants.registryQueryEngines, BoundedEngine.REGISTRY)
            .set(BoundedEngine.BUDGET, budget);
    QC.setFactory(context, BoundedExecutor.within(budget));
    return context;
  }

  /** Does the work and tells every way in which it may have to end as a problem. */
  static <T> T work(Budget budget, Work<T> work) throws IOException, QueryFailedException {
    try {
      return work.run();
    } catch (BudgetSpentException spent) {
      throw spent.asFailure();
    } catch (TooComplexException complex) {
      throw complex.asFailure();
    } catch (ServiceFailedException failed) {
      throw failed.asFailure();
    } catch (QueryCancelledException cancelled) {
      throw new QueryFailedException(new QueryProblem.OutOfTime(budget.time()), cancelled);
    } catch (StackOverflowError nested) {
      throw new QueryFailedException(Sparql.NESTED_TOO_DEEPLY, nested);
    } catch (OutOfMemoryError full) {
      throw new QueryFailedException(new QueryProblem.OutOfMemory(budget.memory()), full);
    }
  }
}
