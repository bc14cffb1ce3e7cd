package org.dramatis.query.plan;

import java.util.Locale;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.model.Version;

/** A plan as a document. */
public final class PlanDocument {

  private static final double NANOS = 1e9;

  private PlanDocument() {}

  /** The plan for programs. */
  public static String json(Plan plan, Version version) {
    JsonBuilder json = JsonBuilder.create().startObject();
    json.pair("version", version.number());
    json.pair("rows", plan.rows());
    json.key("seconds").value(plan.nanos() / NANOS);
    json.pair("estimates", Plan.ESTIMATES);
    json.key("steps").startArray();
    plan.steps().forEach(step -> write(step, json));
    json.finishArray();
    return json.finishObject().build() + "\n";
  }

  private static void write(Step step, JsonBuilder json) {
    json.startObject();
    json.pair("operator", step.operator());
    if (!step.detail().isEmpty()) {
      json.pair("detail", step.detail());
    }
    step.estimate().ifPresent(rows -> json.pair("estimatedRows", rows));
    json.pair("rows", step.rows());
    json.pair("executions", step.executions());
    json.key("seconds").value(step.nanos() / NANOS);
    if (!step.parts().isEmpty()) {
      json.key("parts").startArray();
      step.parts().forEach(part -> write(part, json));
      json.finishArray();
    }
    json.finishObject();
  }

  /** The plan for a terminal: parts are indented below what they are part of. */
  public static String text(Plan plan, Version version) {
    StringBuilder out = new StringBuilder();
    out.append("version %s, %d rows, %s ms%n".formatted(version, plan.rows(), ms(plan.nanos())));
    out.append("%12s %12s %8s %10s  %s%n".formatted("estimated", "rows", "runs", "ms", "operator"));
    plan.steps().forEach(step -> write(step, 0, out));
    return out.append("Estimates: ").append(Plan.ESTIMATES).append(".\n").toString();
  }

  private static void write(Step step, int depth, StringBuilder out) {
    String estimate =
        step.estimate().isPresent() ? Long.toString(step.estimate().getAsLong()) : "?";
    String line =
        "%12s %12d %8d %10s  %s%s %s"
            .formatted(
                estimate,
                step.rows(),
                step.executions(),
                ms(step.nanos()),
                "  ".repeat(depth),
                step.operator(),
                step.detail());
    out.append(line.stripTrailing()).append('\n');
    step.parts().forEach(part -> write(part, depth + 1, out));
  }

  /** Thousandths of a second, as people read them. */
  public static String ms(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
  }
}
