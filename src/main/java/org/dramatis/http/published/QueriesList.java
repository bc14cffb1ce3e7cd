package org.dramatis.http.published;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Node;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.PublishedQuery;

/** The list of the published queries for programs. */
final class QueriesList {

  private QueriesList() {}

  static String json(Catalogue catalogue, OfferedValues offered) throws IOException {
    JsonBuilder json = JsonBuilder.create().startObject().key("queries").startArray();
    for (PublishedQuery query : catalogue.queries()) {
      write(query, offered, json);
    }
    return json.finishArray().finishObject().build() + "\n";
  }

  private static void write(PublishedQuery query, OfferedValues offered, JsonBuilder json)
      throws IOException {
    json.startObject()
        .pair("path", query.path())
        .pair("address", PublishedEndpoint.PATH + "/" + query.path())
        .pair("title", query.title())
        .pair("description", query.description())
        .pair("kind", query.query().queryType().name().toLowerCase(Locale.ROOT));
    json.key("tags").startArray();
    query.tags().forEach(json::value);
    json.finishArray().key("methods").startArray();
    query.methods().forEach(json::value);
    json.finishArray();
    query.pagination().ifPresent(rows -> json.pair("pagination", rows));
    json.key("parameters").startArray();
    var values = offered.of(query);
    for (Parameter parameter : query.parameters()) {
      write(parameter, values.getOrDefault(parameter.name(), List.of()), json);
    }
    json.finishArray().finishObject();
  }

  private static void write(Parameter parameter, List<Node> values, JsonBuilder json) {
    json.startObject()
        .pair("name", parameter.name())
        .pair("takes", parameter.type().label())
        .pair("required", parameter.required());
    parameter.defaultValue().ifPresent(value -> json.pair("default", Parameter.written(value)));
    if (!values.isEmpty()) {
      json.key("values").startArray();
      values.forEach(value -> json.value(Parameter.written(value)));
      json.finishArray();
    }
    json.finishObject();
  }
}
