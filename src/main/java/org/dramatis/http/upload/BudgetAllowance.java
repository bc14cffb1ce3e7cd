package org.dramatis.http.upload;

import java.time.Duration;
import org.dramatis.ingest.Allowance;
import org.dramatis.query.budget.Budget;

/** Lets a document be read within a budget. */
public record BudgetAllowance(Budget budget) implements Allowance {

  @Override
  public void take(long bytes) {
    budget.charge(bytes);
    budget.check();
  }

  @Override
  public Duration left() {
    return budget.left();
  }
}
