package org.dramatis.query.plan;

import java.util.List;

/**
 * How a query was computed.
 *
 * @param rows the rows, or statements, of its answer
 * @param nanos the whole time
 * @param steps the operators; more than one where a query is computed in several parts
 */
public record Plan(long rows, long nanos, List<Step> steps) {

  /** How the estimates come about, for whoever reads them. */
  public static final String ESTIMATES =
      "a pattern: its statements, counted up to 50,000, divided by the distinct values of each"
          + " variable that has a value before, there or here, whichever are more; a filter keeps a third; a join on common variables"
          + " as many as its larger side; groups and distinct rows at most what they read";
}
