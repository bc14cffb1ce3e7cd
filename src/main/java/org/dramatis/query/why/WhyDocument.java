package org.dramatis.query.why;

import java.util.List;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.model.Version;

/** The reason for an empty answer as a document. */
public final class WhyDocument {

  private WhyDocument() {}

  /** The reason for programs. */
  public static String json(Why why, Version version) {
    JsonBuilder json = JsonBuilder.create().startObject();
    json.pair("version", version.number());
    json.pair("empty", why.empty());
    json.pair("sentence", why.sentence());
    why.culprit().ifPresent(culprit -> json.pair("culprit", culprit));
    strings("together", why.together(), json);
    why.without().ifPresent(rows -> json.pair("rowsWithoutCulprit", rows));
    strings("hints", why.hints(), json);
    if (!why.elements().isEmpty()) {
      json.key("elements").startArray();
      why.elements().forEach(element -> write(element, json));
      json.finishArray();
      json.pair("countedUpTo", (long) Why.MOST);
    }
    return json.finishObject().build() + "\n";
  }

  private static void strings(String key, List<String> values, JsonBuilder json) {
    if (!values.isEmpty()) {
      json.key(key).startArray();
      values.forEach(json::value);
      json.finishArray();
    }
  }

  private static void write(Why.Element element, JsonBuilder json) {
    json.startObject();
    json.pair("kind", element.kind());
    json.pair("element", element.text());
    element.rows().ifPresent(rows -> json.pair("rows", rows));
    json.pair("joinedSoFar", element.joined());
    json.finishObject();
  }

  /** The reason for a terminal. */
  public static String text(Why why) {
    StringBuilder out = new StringBuilder(why.sentence()).append(".\n");
    why.hints().forEach(hint -> out.append("Hint: ").append(hint).append(".\n"));
    if (!why.together().isEmpty()) {
      out.append("Together these match nothing:\n");
      why.together().forEach(part -> out.append("  ").append(part).append('\n'));
    }
    if (why.culprit().isPresent()) {
      why.without()
          .ifPresent(rows -> out.append("Without it there are %d rows.%n".formatted(rows)));
    }
    if (!why.elements().isEmpty()) {
      out.append("%10s %10s  %s%n".formatted("rows", "joined", "part"));
    }
    why.elements()
        .forEach(element ->
            out.append(
                "%10s %10d  %s%n"
                    .formatted(
                        element.rows().isPresent() ? Long.toString(element.rows().getAsLong()) : "",
                        element.joined(),
                        element.text())));
    return out.toString();
  }
}
