package org.dramatis.query.function;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.binding.BindingProjectNamed;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggNull;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.jspecify.annotations.Nullable;

/** The aggregates of SPARQL, which are charged for what they keep of their rows. */
public final class Aggregates {

  private static final Var VALUE = Var.alloc("value");
  private static final Expr SEEN = new ExprVar(VALUE);

  private final Budget budget;

  public Aggregates(Budget budget) {
    this.budget = budget;
  }

  public Accumulator accumulator(Aggregator aggregator) {
    return switch (aggregator) {
      case AggCount _, AggCountVar _, AggSum _, AggAvg _, AggNull _ ->
          aggregator.createAccumulator();
      case AggCountDistinct _ -> new DistinctRowCount();
      case AggCountVarDistinct _ -> new Distinct(aggregator, new AggCountVar(SEEN));
      case AggSumDistinct _ -> new Distinct(aggregator, new AggSum(SEEN));
      case AggAvgDistinct _ -> new Distinct(aggregator, new AggAvg(SEEN));
      // The extreme of all values is the extreme of the distinct ones.
      case AggMinDistinct _ -> new OneValue(new AggMin(argument(aggregator)));
      case AggMaxDistinct _ -> new OneValue(new AggMax(argument(aggregator)));
      case AggSampleDistinct _ -> new OneValue(new AggSample(argument(aggregator)));
      case AggMin _, AggMax _, AggSample _ -> new OneValue(aggregator);
      case AggGroupConcat concat ->
          new Concatenation(argument(concat), separator(concat.getSeparator()));
      case AggGroupConcatDistinct concat ->
          new Distinct(argument(concat), new Concatenation(SEEN, separator(concat.getSeparator())));
      default -> new AllRows(aggregator.createAccumulator());
    };
  }

  private static Expr argument(Aggregator aggregator) {
    return aggregator.getExprList().get(0);
  }

  private static String separator(@Nullable String written) {
    return written == null ? " " : written;
  }

  /** Passes each value on once. */
  private final class Distinct implements Accumulator {
    private final Set<NodeValue> seen = new HashSet<>();
    private final Expr argument;
    private final Accumulator inner;

    Distinct(Aggregator distinct, Aggregator plain) {
      this(argument(distinct), plain.createAccumulator());
    }

    Distinct(Expr argument, Accumulator inner) {
      this.argument = argument;
      this.inner = inner;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
      NodeValue value = ExprLib.evalOrNull(argument, row, environment);
      if (value == null) {
        inner.accumulate(BindingFactory.empty(), environment);
      } else if (seen.add(value)) {
        budget.charge(2 * Sizes.ENTRY + Sizes.of(value));
        inner.accumulate(BindingFactory.binding(VALUE, value.asNode()), environment);
      }
    }

    @Override
    public @Nullable NodeValue getValue() {
      return inner.getValue();
    }
  }

  private final class DistinctRowCount implements Accumulator {
    private final Set<Binding> seen = new HashSet<>();

    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
      Binding named = new BindingProjectNamed(row);
      if (seen.add(named)) {
        budget.charge(Sizes.ENTRY + Sizes.of(named));
      }
    }

    @Override
    public NodeValue getValue() {
      return NodeValue.makeInteger(seen.size());
    }
  }

  /** Keeps one of the values. */
  private final class OneValue implements Accumulator {
    private final Accumulator inner;
    private long charged;

    OneValue(Aggregator aggregator) {
      this.inner = aggregator.createAccumulator();
    }

    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
      inner.accumulate(row, environment);
      NodeValue value = inner.getValue();
      long bytes = value == null ? 0 : Sizes.of(value);
      if (bytes != charged) {
        budget.release(charged);
        charged = bytes;
        budget.charge(bytes);
      }
    }

    @Override
    public @Nullable NodeValue getValue() {
      return inner.getValue();
    }
  }

  /** GROUP_CONCAT; a value that is an error makes the whole an error. */
  private final class Concatenation implements Accumulator {
    private final Expr argument;
    private final String separator;
    private Optional<StringBuilder> text = Optional.empty();
    private boolean failed;

    Concatenation(Expr argument, String separator) {
      this.argument = argument;
      this.separator = separator;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
      NodeValue value = ExprLib.evalOrNull(argument, row, environment);
      if (value == null) {
        failed = true;
        return;
      }
      String next = value.asString();
      budget.charge(4L * (next.length() + separator.length()));
      text =
          Optional.of(
              text.map(before -> before.append(separator))
                  .orElseGet(StringBuilder::new)
                  .append(next));
    }

    @Override
    public @Nullable NodeValue getValue() {
      return failed ? null : NodeValue.makeString(text.map(StringBuilder::toString).orElse(""));
    }
  }

  /** Of an aggregate that may keep every row, every row is charged. */
  private final class AllRows implements Accumulator {
    private final Accumulator inner;

    AllRows(Accumulator inner) {
      this.inner = inner;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
      budget.charge(Sizes.ENTRY + Sizes.of(row));
      inner.accumulate(row, environment);
    }

    @Override
    public @Nullable NodeValue getValue() {
      return inner.getValue();
    }
  }
}
