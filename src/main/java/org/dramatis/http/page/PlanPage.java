package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.query.plan.Plan;
import org.dramatis.query.plan.PlanDocument;
import org.dramatis.query.plan.Step;

/** The plan of a query as a page. */
public record PlanPage(Plan plan, String query) implements Page {

  /** An operator. */
  public record Row(int depth, Step step) {

    /** How many rows were expected. */
    public String estimate() {
      return step.estimate().isPresent() ? Long.toString(step.estimate().getAsLong()) : "?";
    }

    /** How long it took. */
    public String ms() {
      return PlanDocument.ms(step.nanos());
    }
  }

  @Override
  public String title() {
    return "How it is computed";
  }

  @Override
  public Section section() {
    return Section.QUERY;
  }

  /** The operators, each before its parts. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    plan.steps().forEach(step -> add(step, 0, rows));
    return rows;
  }

  private static void add(Step step, int depth, List<Row> rows) {
    rows.add(new Row(depth, step));
    step.parts().forEach(part -> add(part, depth + 1, rows));
  }

  /** How long all of it took. */
  public String ms() {
    return PlanDocument.ms(plan.nanos());
  }

  /** How rows are estimated. */
  public String estimates() {
    return Plan.ESTIMATES;
  }

  /** The query, to be changed. */
  public QueryForm form() {
    return new QueryForm(query);
  }
}
