package org.dramatis.http.citation;

import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.Comparison;
import org.dramatis.citation.Pin;
import org.dramatis.citation.Result;
import org.dramatis.model.Version;

/** A comparison of two answers in JSON. */
final class ComparisonDocument {

  private ComparisonDocument() {}

  static String json(CitedQuery query, Version one, Version other, Comparison comparison) {
    JsonBuilder json = JsonBuilder.create().startObject();
    json.pair("query", query.iri()).pair("same", comparison.isSame());
    if (comparison.isOnlyOrder()) {
      json.pair("onlyOrder", true);
    }
    side(json, "before", one, comparison.before(), query.pin(one));
    side(json, "after", other, comparison.after(), query.pin(other));
    rows(json, "removed", comparison.removed());
    rows(json, "added", comparison.added());
    return json.finishObject().build() + "\n";
  }

  private static void side(
      JsonBuilder json, String name, Version version, Result result, Optional<Pin> pin) {
    json.key(name).startObject().pair("version", version.number()).pair("rows", result.rows());
    json.pair("result", result.hash().toString());
    pin.ifPresent(cited ->
        json.pair("recorded", cited.result().toString())
            .pair("reproduced", cited.result().equals(result.hash())));
    json.finishObject();
  }

  private static void rows(JsonBuilder json, String name, Comparison.Rows rows) {
    json.key(name).startObject().pair("count", rows.count()).pair("truncated", rows.isCut());
    json.key("rows").startArray();
    rows.shown()
        .forEach(row -> {
          json.startArray();
          row.forEach(json::value);
          json.finishArray();
        });
    json.finishArray().finishObject();
  }
}
