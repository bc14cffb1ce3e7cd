package org.dramatis.query;

import java.io.IOException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateRequest;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.engine.BoundedDataset;
import org.dramatis.query.engine.BoundedEngine;
import org.dramatis.query.engine.UpdateOperations;
import org.dramatis.query.language.QueryRules;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/** Runs updates against a dataset that takes them, and never beyond their budget. */
public final class UpdateRunner {

  private UpdateRunner() {}

  /**
   * Runs an update, as {@link Sparql#parseUpdate} reads it, against the target. When it is stopped,
   * the target is left somewhere between before and after: whoever calls throws it away then.
   */
  public static void run(UpdateRequest update, DatasetGraph target, Budget budget)
      throws IOException, QueryFailedException {
    QueryRules.check(update, "");
    UpdateRequest offered = withoutLoads(update);
    try {
      Bounded.work(
          budget,
          () -> {
            BoundedDataset bounded = new BoundedDataset(target, budget);
            Context context = Bounded.context(budget).set(BoundedEngine.KEEPS_ROWS, true);
            for (Update operation : offered) {
              UpdateOperations.requirePossible(operation, target);
              UpdateExec.dataset(bounded).update(operation).context(context).build().execute();
              budget.check();
            }
            return target;
          });
    } catch (UpdateException impossible) {
      throw new QueryFailedException(
          new QueryProblem.Unworkable(String.valueOf(impossible.getMessage())), impossible);
    }
  }

  /** Those that are left are silent, and are known to fail: nothing is fetched here. */
  private static UpdateRequest withoutLoads(UpdateRequest update) {
    UpdateRequest others = new UpdateRequest();
    for (Update operation : update) {
      if (!(operation instanceof UpdateLoad)) {
        others.add(operation);
      }
    }
    return others;
  }
}
