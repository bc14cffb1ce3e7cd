package org.dramatis.query.engine;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.dramatis.query.budget.Budget;

/** The solutions of a pattern with a property path, in the graph that is being asked. */
final class PathRows extends QueryIterRepeatApply {

  private final TriplePath pattern;
  private final PathWalk walk;

  PathRows(TriplePath pattern, QueryIterator input, ExecutionContext context, Budget budget) {
    super(input, context);
    this.pattern = pattern;
    this.walk = new PathWalk(context.getActiveGraph(), budget);
  }

  @Override
  protected QueryIterator nextStage(Binding row) {
    return QueryIterPlainWrapper.create(solutions(row), getExecContext());
  }

  private Iterator<Binding> solutions(Binding row) {
    Node start = Var.lookup(row::get, pattern.getSubject());
    Node end = Var.lookup(row::get, pattern.getObject());
    if (!Var.isVar(start)) {
      return solutions(row, start, end);
    }
    Var startVariable = Var.alloc(start);
    if (!Var.isVar(end)) {
      return Iter.map(
          walk.starts(pattern.getPath(), end), node -> extend(row, startVariable, node));
    }
    return Iter.flatMap(
        walk.candidates(pattern.getPath()),
        node -> solutions(extend(row, startVariable, node), node, end.equals(start) ? node : end));
  }

  private Iterator<Binding> solutions(Binding row, Node start, Node end) {
    Iterator<Node> ends = walk.ends(pattern.getPath(), start);
    if (Var.isVar(end)) {
      Var endVariable = Var.alloc(end);
      return Iter.map(ends, node -> extend(row, endVariable, node));
    }
    return Iter.map(Iter.filter(ends, end::equals), _ -> row);
  }

  private static Binding extend(Binding row, Var variable, Node node) {
    return BindingFactory.binding(row, variable, node);
  }
}
