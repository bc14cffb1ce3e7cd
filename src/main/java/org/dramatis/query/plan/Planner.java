package org.dramatis.query.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;

/**
 * Takes note of the operators of one query, and labels each with the step that observes it. A group
 * of patterns becomes a sequence of them in the order in which it would be computed anyway.
 */
public final class Planner {

  /**
   * What is expected to go into an operator.
   *
   * @param bound the variables that have a value, each with the number of its different values,
   *     where that is known, or 1
   */
  private record Flow(double rows, Map<Var, Double> bound) {
    Flow and(double newRows, Set<Var> more) {
      Map<Var, Double> all = new HashMap<>(bound);
      more.forEach(variable -> all.putIfAbsent(variable, 1.0));
      return new Flow(newRows, all);
    }
  }

  /** An operator under observation, and what is expected to come out of it. */
  private record Labelled(Op operator, Step step, Flow out) {}

  private static final Flow START = new Flow(1, Map.of());
  private static final double KEPT_BY_FILTER = 1 / 3.0;

  private final List<Step> steps = new ArrayList<>();

  /** The labelled form of a whole query, as it is optimized. */
  public Op label(Op operator, DatasetGraph dataset) {
    Labelled labelled = label(operator, Quad.defaultGraphIRI, START, new Statistics(dataset));
    steps.add(labelled.step);
    return labelled.operator;
  }

  /** What has been observed. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  private Labelled label(Op operator, Node graph, Flow in, Statistics statistics) {
    return switch (operator) {
      case OpBGP patterns -> patterns(patterns, graph, in, statistics);
      case OpGraph named -> {
        Node inside = named.getNode().isConcrete() ? named.getNode() : Node.ANY;
        Labelled part = label(named.getSubOp(), inside, in, statistics);
        yield labelled(named.copy(part.operator), named, List.of(part), part.out);
      }
      case OpSequence sequence -> {
        List<Labelled> parts = new ArrayList<>();
        Flow flow = in;
        for (Op element : sequence.getElements()) {
          Labelled part = label(element, graph, flow, statistics);
          parts.add(part);
          flow = part.out;
        }
        yield labelled(
            sequence.copy(parts.stream().map(Labelled::operator).toList()), sequence, parts, flow);
      }
      case Op1 one -> {
        Labelled part = label(one.getSubOp(), graph, in, statistics);
        yield labelled(one.copy(part.operator), one, List.of(part), after(one, part.out));
      }
      case Op2 two -> {
        Labelled left = label(two.getLeft(), graph, in, statistics);
        Flow into = two instanceof OpConditional ? left.out : START;
        Labelled right = label(two.getRight(), graph, into, statistics);
        yield labelled(
            two.copy(left.operator, right.operator),
            two,
            List.of(left, right),
            joined(two, left.out, right.out));
      }
      case OpN many -> {
        List<Labelled> parts =
            many.getElements().stream().map(part -> label(part, graph, in, statistics)).toList();
        double rows = parts.stream().mapToDouble(part -> part.out.rows).sum();
        yield labelled(
            many.copy(parts.stream().map(Labelled::operator).toList()),
            many,
            parts,
            in.and(rows, OpVars.visibleVars(many)));
      }
      case OpTable values ->
          labelled(
              values,
              values,
              List.of(),
              in.and(in.rows * values.getTable().size(), OpVars.visibleVars(values)));
      default ->
          labelled(operator, operator, List.of(), in.and(Double.NaN, OpVars.visibleVars(operator)));
    };
  }

  private Labelled patterns(OpBGP patterns, Node graph, Flow in, Statistics statistics) {
    BasicPattern ordered = ReorderLib.fixed().reorder(patterns.getPattern());
    List<Labelled> parts = new ArrayList<>();
    Flow flow = in;
    for (Triple triple : ordered) {
      BasicPattern single = new BasicPattern();
      single.add(triple);
      Op one = new OpBGP(single);
      flow = matches(triple, statistics.of(graph, triple), flow);
      parts.add(labelled(one, one, List.of(), flow));
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    OpSequence sequence = OpSequence.create();
    parts.forEach(part -> sequence.add(part.operator));
    return labelled(sequence, sequence, parts, flow);
  }

  /** Values that are on both sides are taken to be all those of the side that has fewer. */
  private static Flow matches(Triple triple, Statistics.Counts counts, Flow in) {
    Map<Var, Double> bound = new HashMap<>(in.bound);
    double rows = in.rows * counts.statements();
    rows /= join(triple.getSubject(), (double) counts.subjects(), bound);
    rows /= join(triple.getPredicate(), 1.0, bound);
    rows /= join(triple.getObject(), (double) counts.objects(), bound);
    return new Flow(rows, bound);
  }

  private static double join(Node node, double values, Map<Var, Double> bound) {
    if (!node.isVariable()) {
      return 1;
    }
    Double before = bound.putIfAbsent(Var.alloc(node), values);
    return before == null ? 1 : Math.max(before, values);
  }

  private static Flow after(Op1 operator, Flow in) {
    Set<Var> visible = OpVars.visibleVars(operator);
    return switch (operator) {
      case OpFilter filter ->
          in.and(in.rows * Math.pow(KEPT_BY_FILTER, filter.getExprs().size()), visible);
      case OpSlice slice when slice.getLength() >= 0 ->
          in.and(Math.min(in.rows, (double) slice.getLength()), visible);
      case OpTopN top -> in.and(Math.min(in.rows, (double) top.getLimit()), visible);
      default -> in.and(in.rows, visible);
    };
  }

  private static Flow joined(Op2 operator, Flow left, Flow right) {
    Set<Var> common = new HashSet<>(left.bound.keySet());
    common.retainAll(right.bound.keySet());
    double rows =
        switch (operator) {
          case OpUnion _ -> left.rows + right.rows;
          case OpMinus _ -> left.rows;
          case OpConditional _ -> Math.max(left.rows, right.rows);
          case OpLeftJoin _ ->
              common.isEmpty()
                  ? left.rows * Math.max(1, right.rows)
                  : Math.max(left.rows, right.rows);
          default -> common.isEmpty() ? left.rows * right.rows : Math.max(left.rows, right.rows);
        };
    return left.and(rows, operator instanceof OpMinus ? Set.of() : right.bound.keySet());
  }

  private static Labelled labelled(Op copy, Op shown, List<Labelled> parts, Flow out) {
    OptionalLong estimate =
        Double.isNaN(out.rows)
            ? OptionalLong.empty()
            : OptionalLong.of(Math.round(Math.min(out.rows, Long.MAX_VALUE / 2.0)));
    Step step =
        new Step(
            Words.operator(shown),
            Words.detail(shown),
            estimate,
            parts.stream().map(Labelled::step).toList());
    return new Labelled(OpLabel.create(step, copy), step, out);
  }
}
