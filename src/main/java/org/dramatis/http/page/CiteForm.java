package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A button that cites a query.
 *
 * @param fields what is sent
 */
public record CiteForm(List<Field> fields) {

  /** One thing that is sent. */
  private record Field(String name, String value) {}

  /** Cites a query over graphs at a version. */
  public static CiteForm of(
      String query, List<String> defaultGraphs, List<String> namedGraphs, String version) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("query", query));
    defaultGraphs.forEach(graph -> fields.add(new Field("default-graph-uri", graph)));
    namedGraphs.forEach(graph -> fields.add(new Field("named-graph-uri", graph)));
    fields.add(new Field("version", version));
    return new CiteForm(fields);
  }

  /** Cites a published query, with the values that it has by itself. */
  public static CiteForm published(String path) {
    return new CiteForm(List.of(new Field("published", path)));
  }

  /** The button. */
  String html(String label) {
    StringBuilder form = new StringBuilder("<form class=\"cite\" action=\"/q\" method=\"post\">\n");
    for (Field field : fields) {
      form.append(
          "<input type=\"hidden\" name=\"%s\" value=\"%s\">%n"
              .formatted(Html.escape(field.name()), Html.escape(field.value())));
    }
    return form.append("<p><button type=\"submit\">%s</button></p>%n</form>%n".formatted(label))
        .toString();
  }
}
