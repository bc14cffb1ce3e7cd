package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A button that cites a query.
 *
 * @param fields what is sent
 * @param label what stands on it
 */
public record CiteForm(List<Field> fields, String label) {

  /** One thing that is sent. */
  public record Field(String name, String value) {}

  /** Copies the list. */
  public CiteForm {
    fields = List.copyOf(fields);
  }

  /** Cites a query over graphs at a version. */
  public static CiteForm of(
      String query,
      List<String> defaultGraphs,
      List<String> namedGraphs,
      String version,
      String label) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("query", query));
    defaultGraphs.forEach(graph -> fields.add(new Field("default-graph-uri", graph)));
    namedGraphs.forEach(graph -> fields.add(new Field("named-graph-uri", graph)));
    fields.add(new Field("version", version));
    return new CiteForm(fields, label);
  }

  /** Cites a published query, with the values that it has by itself. */
  public static CiteForm published(String path) {
    return new CiteForm(List.of(new Field("published", path)), "Cite its answer");
  }
}
