package org.dramatis.query;

import java.io.IOException;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;

/** What queries and updates have in common: where they run, and how they end when they must. */
final class Bounded {

  private static final PlainFunctions FUNCTIONS = new PlainFunctions();

  private Bounded() {}

  /** Something done within a budget. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, QueryFailedException;
  }

  /** The settings of Jena for work within this budget. */
  static Context context(Budget budget) {
    Context context =
        ARQ.getContext()
            .copy()
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
    } catch (QueryCancelledException cancelled) {
      throw new QueryFailedException(new QueryProblem.OutOfTime(budget.time()), cancelled);
    } catch (StackOverflowError nested) {
      throw new QueryFailedException(Sparql.NESTED_TOO_DEEPLY, nested);
    } catch (OutOfMemoryError full) {
      throw new QueryFailedException(new QueryProblem.OutOfMemory(budget.memory()), full);
    }
  }
}
