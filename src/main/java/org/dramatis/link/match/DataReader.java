package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.link.identifier.Schemes;

/**
 * Reads tables, JSON, and graphs of whatever vocabulary.
 *
 * @param mapping where what stands
 * @param schemes of the identifiers in it
 */
public record DataReader(Mapping mapping, Schemes schemes) {

  /** Under which the address of a thing itself stands among its properties. */
  private static final String ADDRESS = "@id";

  private record Located(String place, Map<String, List<String>> values) {}

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
      throw new UnreadableDataException("line 1", "two columns have one name");
    }
    Records records = new Records(mapping.over(header, schemes), schemes);
    while (csv.hasNext()) {
      Csv.Row row = csv.next();
      if (!row.cells().isEmpty()) {
        records.add("line " + row.line(), named(header, row));
      }
    }
    return full(records.dataset());
  }

  private static Map<String, List<String>> named(List<String> header, Csv.Row row)
      throws UnreadableDataException {
    if (row.cells().size() != header.size()) {
      throw new UnreadableDataException(
          "line " + row.line(),
          "%d cells for %d columns".formatted(row.cells().size(), header.size()));
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
        String place = "object " + (all.size() + 1);
        all.add(object(place, value));
      }
    } else {
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          String place = "line " + (i + 1);
          all.add(object(place, parse(place, lines.get(i))));
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
      records.add(each.place(), each.values());
    }
    return records.dataset();
  }

  /**
   * Reads what a graph calls by a name: the columns are its properties.
   *
   * @param prefixes with which the mapping may write a property shorter
   */
  public Dataset graph(Graph graph, Map<String, String> prefixes)
      throws UnreadableDataException, Mapping.UnusableException {
    SortedMap<String, Map<String, List<String>>> things = new TreeMap<>();
    Set<String> columns = new TreeSet<>(Set.of(ADDRESS));
    graph
        .find()
        .filterKeep(triple -> triple.getSubject().isURI())
        .forEach(triple -> {
          String property = triple.getPredicate().getURI();
          columns.add(property);
          things
              .computeIfAbsent(triple.getSubject().getURI(), DataReader::named)
              .computeIfAbsent(property, _ -> new ArrayList<>())
              .addAll(text(triple.getObject()));
        });
    Mapping over = mapping.expanded(prefixes).over(List.copyOf(columns), schemes);
    Records records = new Records(over, schemes);
    for (Map.Entry<String, Map<String, List<String>>> thing : things.entrySet()) {
      thing.getValue().values().forEach(values -> values.sort(Comparator.naturalOrder()));
      if (!over.values(Mapping.Part.NAME, thing.getValue()).isEmpty()) {
        records.add("<%s>".formatted(thing.getKey()), thing.getValue());
      }
    }
    return full(records.dataset());
  }

  private static Map<String, List<String>> named(String address) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put(ADDRESS, new ArrayList<>(List.of(address)));
    return values;
  }

  private static List<String> text(Node value) {
    if (value.isURI()) {
      return List.of(value.getURI());
    }
    return value.isLiteral() ? List.of(value.getLiteralLexicalForm()) : List.of();
  }

  private static List<JsonValue> array(String text) throws UnreadableDataException {
    return parse("line 1", "{\"all\":" + text + "}").get("all").getAsArray().stream().toList();
  }

  private static JsonObject parse(String place, String text) throws UnreadableDataException {
    try {
      return JSON.parse(text);
    } catch (JsonParseException wrong) {
      throw new UnreadableDataException(place, "this is no JSON: " + wrong.getMessage());
    }
  }

  private static Located object(String place, JsonValue value) throws UnreadableDataException {
    if (!value.isObject()) {
      throw new UnreadableDataException(place, "this is no object of JSON");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    value
        .getAsObject()
        .entrySet()
        .forEach(each -> values.put(each.getKey(), texts(each.getValue())));
    return new Located(place, values);
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
