package org.dramatis.query.plan;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.engine.QueryIterator;

/** One operator of a plan, and what it has done so far. For one thread. */
public final class Step {

  private final String operator;
  private final String detail;
  private final OptionalLong estimate;
  private final List<Step> parts;
  private long rows;
  private long executions;
  private long nanos;

  Step(String operator, String detail, OptionalLong estimate, List<Step> parts) {
    this.operator = operator;
    this.detail = detail;
    this.estimate = estimate;
    this.parts = List.copyOf(parts);
  }

  /** What it does, in a word of the algebra. */
  public String operator() {
    return operator;
  }

  /** With what: a pattern, a condition, variables. */
  public String detail() {
    return detail;
  }

  /** The rows that were expected in all; nothing where there is nothing to go by. */
  public OptionalLong estimate() {
    return estimate;
  }

  /** The rows that it has handed on. */
  public long rows() {
    return rows;
  }

  /** How many times it was started: once for each row before it where it depends on that. */
  public long executions() {
    return executions;
  }

  /** The time spent in it and in its parts, without the time of what it reads from before it. */
  public long nanos() {
    return Math.max(0, nanos);
  }

  /** The operators inside of it, in the order in which they run. */
  public List<Step> parts() {
    return parts;
  }

  /** Runs the operator under observation. */
  public QueryIterator observe(QueryIterator input, UnaryOperator<QueryIterator> operation) {
    executions++;
    long begun = System.nanoTime();
    // The one empty row with which everything begins is recognized by what it is.
    QueryIterator read =
        input.isJoinIdentity() ? input : new Clocked(input, spent -> nanos -= spent, () -> {});
    QueryIterator handed = operation.apply(read);
    nanos += System.nanoTime() - begun;
    return new Clocked(handed, spent -> nanos += spent, () -> rows++);
  }
}
