package org.dramatis.query.function;

import java.util.function.Supplier;
import org.apache.jena.sparql.expr.NodeValue;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.dramatis.query.problem.StopReason;

/** What the expressions of one query keep in memory while they are worked out. */
final class Scratch {

  private final Budget budget;
  private int depth;
  private long charged;

  Scratch(Budget budget) {
    this.budget = budget;
  }

  /** Works out a function, within others or as the outermost. */
  NodeValue workOut(Supplier<NodeValue> function) {
    budget.step();
    depth++;
    try {
      NodeValue value = function.get();
      charge(value);
      return value;
    } finally {
      depth--;
      if (depth == 0) {
        budget.release(charged);
        charged = 0;
      }
    }
  }

  /** Works out a function that asks a pattern, whose expressions are on their own. */
  NodeValue workOutPattern(Supplier<NodeValue> function) {
    int outerDepth = depth;
    long outerCharged = charged;
    depth = 0;
    charged = 0;
    try {
      return function.get();
    } finally {
      depth = outerDepth;
      charged = outerCharged;
    }
  }

  private void charge(NodeValue value) {
    long bytes = Sizes.of(value);
    if (bytes > 0) {
      if (value.isNumber() && bytes > Sizes.LARGEST_NUMBER) {
        budget.stop(StopReason.OUT_OF_MEMORY);
        budget.check();
      }
      charged += bytes;
      budget.charge(bytes);
    }
  }
}
