package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.dramatis.link.identifier.Schemes;

/**
 * Reads tables and JSON.
 *
 * @param mapping where what stands
 * @param schemes of the identifiers in it
 */
public record DataReader(Mapping mapping, Schemes schemes) {

  private record Located(long line, Map<String, List<String>> values) {}

  /** Reads a table whose first line names the columns. */
  public Dataset table(String text, char separator)
      throws UnreadableDataException, Mapping.UnusableException {
    if (text.isBlank()) {
      throw nothing();
    }
    Csv csv = new Csv(text, separator);
    List<String> header = csv.next().cells().stream().map(String::strip).toList();
    Set<String> once = new TreeSet<>(header);
    if (once.size() < header.size()) {
      throw new UnreadableDataException(1, "two columns have one name");
    }
    Records records = new Records(mapping.over(header, schemes), schemes);
    while (csv.hasNext()) {
      Csv.Row row = csv.next();
      if (!row.cells().isEmpty()) {
        records.add(row.line(), named(header, row));
      }
    }
    return full(records.dataset());
  }

  private static Map<String, List<String>> named(List<String> header, Csv.Row row)
      throws UnreadableDataException {
    if (row.cells().size() != header.size()) {
      throw new UnreadableDataException(
          row.line(), "%d cells for %d columns".formatted(row.cells().size(), header.size()));
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), List.of(row.cells().get(i)));
    }
    return values;
  }

  /** Reads objects: a line each, or all in one array. */
  public Dataset json(String text) throws UnreadableDataException, Mapping.UnusableException {
    List<Located> all = new ArrayList<>();
    if (text.stripLeading().startsWith("[")) {
      for (JsonValue value : array(text)) {
        all.add(object(all.size() + 1L, value));
      }
    } else {
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          all.add(object(i + 1L, parse(i + 1L, lines.get(i))));
        }
      }
    }
    Set<String> columns = new TreeSet<>();
    all.forEach(each -> columns.addAll(each.values().keySet()));
    if (all.isEmpty()) {
      throw nothing();
    }
    Records records = new Records(mapping.over(List.copyOf(columns), schemes), schemes);
    for (Located each : all) {
      records.add(each.line(), each.values());
    }
    return records.dataset();
  }

  private static List<JsonValue> array(String text) throws UnreadableDataException {
    return parse(1, "{\"all\":" + text + "}").get("all").getAsArray().stream().toList();
  }

  private static JsonObject parse(long line, String text) throws UnreadableDataException {
    try {
      return JSON.parse(text);
    } catch (JsonParseException wrong) {
      throw new UnreadableDataException(line, "this is no JSON: " + wrong.getMessage());
    }
  }

  private static Located object(long line, JsonValue value) throws UnreadableDataException {
    if (!value.isObject()) {
      throw new UnreadableDataException(line, "this is no object of JSON");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    value
        .getAsObject()
        .entrySet()
        .forEach(each -> values.put(each.getKey(), texts(each.getValue())));
    return new Located(line, values);
  }

  private static List<String> texts(JsonValue value) {
    if (value.isArray()) {
      return value.getAsArray().stream().flatMap(each -> texts(each).stream()).toList();
    }
    if (value.isString()) {
      return List.of(value.getAsString().value());
    }
    return value.isNumber() ? List.of(value.toString()) : List.of();
  }

  private static Dataset full(Dataset dataset) throws UnreadableDataException {
    if (dataset.entities().isEmpty()) {
      throw nothing();
    }
    return dataset;
  }

  private static UnreadableDataException nothing() {
    return new UnreadableDataException("there is nothing in it");
  }
}
