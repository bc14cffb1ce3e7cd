package org.dramatis.query.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.dramatis.query.function.Aggregates;

/** GROUP BY: what is kept of each group, its key and its aggregates, is charged. */
final class GroupedRows {

  private static final long ACCUMULATOR = 64;

  private final VarExprList keys;
  private final List<ExprAggregator> aggregators;
  private final ExecutionContext context;
  private final Budget budget;
  private final Aggregates aggregates;

  GroupedRows(OpGroup group, ExecutionContext context, Budget budget) {
    this.keys = group.getGroupVars();
    this.aggregators = group.getAggregators();
    this.context = context;
    this.budget = budget;
    this.aggregates = new Aggregates(budget);
  }

  QueryIterator of(QueryIterator rows) {
    return new LaterRows(rows, context, () -> group(rows));
  }

  private Iterator<Binding> group(QueryIterator rows) {
    if (!rows.hasNext()) {
      return keys.isEmpty() ? List.of(valuesOfNothing()).iterator() : List.<Binding>of().iterator();
    }
    Map<Binding, List<Accumulator>> groups = new LinkedHashMap<>();
    while (rows.hasNext()) {
      Binding row = rows.next();
      Binding key = key(row);
      List<Accumulator> accumulators = groups.get(key);
      if (accumulators == null) {
        budget.charge(Sizes.ENTRY + Sizes.of(key) + aggregators.size() * ACCUMULATOR);
        accumulators = accumulators();
        groups.put(key, accumulators);
      }
      accumulators.forEach(accumulator -> accumulator.accumulate(row, context));
    }
    Iterator<Map.Entry<Binding, List<Accumulator>>> entries = groups.entrySet().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Binding next() {
        Map.Entry<Binding, List<Accumulator>> entry = entries.next();
        return result(entry.getKey(), entry.getValue());
      }
    };
  }

  private List<Accumulator> accumulators() {
    List<Accumulator> made = new ArrayList<>(aggregators.size());
    for (ExprAggregator aggregator : aggregators) {
      made.add(aggregates.accumulator(aggregator.getAggregator()));
    }
    return made;
  }

  private Binding key(Binding row) {
    BindingBuilder key = Binding.builder();
    for (Var variable : keys.getVars()) {
      Node node = keys.get(variable, row, context);
      if (node != null) {
        key.add(variable, node);
      }
    }
    return key.build();
  }

  private Binding result(Binding key, List<Accumulator> accumulators) {
    BindingBuilder row = Binding.builder(key);
    for (int i = 0; i < accumulators.size(); i++) {
      budget.step();
      NodeValue value = accumulators.get(i).getValue();
      if (value != null) {
        row.add(aggregators.get(i).getVar(), value.asNode());
      }
    }
    return row.build();
  }

  private Binding valuesOfNothing() {
    BindingBuilder row = Binding.builder();
    for (ExprAggregator aggregator : aggregators) {
      Node value = aggregator.getAggregator().getValueEmpty();
      if (value != null) {
        row.add(aggregator.getVar(), value);
      }
    }
    return row.build();
  }
}
