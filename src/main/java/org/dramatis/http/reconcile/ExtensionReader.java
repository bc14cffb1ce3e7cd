package org.dramatis.http.reconcile;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.reconcile.Extension.Column;
import org.dramatis.link.reconcile.Extension.Part;
import org.dramatis.link.reconcile.Property;
import org.dramatis.link.reconcile.Schema;

/** Reads for which entities which columns are wanted; both versions write it alike. */
final class ExtensionReader {

  /** The setting of a column for how many values an entity has in it. */
  static final String LIMIT = "limit";

  static final int MOST_VALUES = 100;
  private static final int MOST_IDS = 1000;
  private static final int MOST_COLUMNS = 50;

  private final Schema schema;
  private final Mistakes mistakes = new Mistakes();

  private ExtensionReader(Schema schema) {
    this.schema = schema;
  }

  /**
   * What is wanted.
   *
   * @param ids each once
   */
  record Wanted(List<String> ids, List<Column> columns) {}

  static Wanted read(JsonValue sent, Schema schema) throws RequestRefusedException {
    if (!(sent instanceof JsonObject query)
        || !(query.get("ids") instanceof JsonArray ids)
        || !(query.get("properties") instanceof JsonArray properties)) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("this is no object with the arrays 'ids' and 'properties'"));
    }
    if (ids.size() > MOST_IDS || properties.size() > MOST_COLUMNS) {
      throw new RequestRefusedException(
          HttpProblem.tooLarge(
              "at most %,d ids and %d properties are answered at once"
                  .formatted(MOST_IDS, MOST_COLUMNS)));
    }
    ExtensionReader reader = new ExtensionReader(schema);
    Wanted wanted = new Wanted(reader.ids(ids), reader.columns(properties));
    reader.mistakes.refuseIfAny();
    return wanted;
  }

  private List<String> ids(JsonArray ids) {
    Set<String> read = new LinkedHashSet<>();
    for (JsonValue id : ids) {
      if (id instanceof JsonString text) {
        read.add(text.getString());
      } else {
        mistakes.add("ids", "an id is a text");
      }
    }
    return List.copyOf(read);
  }

  private List<Column> columns(JsonArray properties) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < properties.size(); i++) {
      String where = "properties[%d]".formatted(i);
      if (properties.get(i) instanceof JsonObject property
          && property.get("id") instanceof JsonString id) {
        int most = most(property, where);
        column(id.getString(), most, where).ifPresent(columns::add);
      } else {
        mistakes.add(where, "a property is an object with an id");
      }
    }
    return columns;
  }

  private Optional<Column> column(String id, int most, String where) {
    Part part = Part.VALUES;
    for (Part other : List.of(Part.SOURCES, Part.CLAIMS)) {
      part = id.endsWith(other.suffix()) ? other : part;
    }
    String name = id.substring(0, id.length() - part.suffix().length());
    Optional<Property> property = schema.property(name);
    if (property.isEmpty()) {
      mistakes.unknown(
          where, "property", name, schema.properties().stream().map(Property::id).toList());
      return Optional.empty();
    }
    return Optional.of(new Column(property.get(), part, most));
  }

  /** OpenRefine sends what was typed, which may be a text. */
  private int most(JsonObject property, String where) {
    if (!(property.get("settings") instanceof JsonObject settings)
        || !settings.containsKey(LIMIT)) {
      return MOST_VALUES;
    }
    String limit =
        switch (settings.get(LIMIT)) {
          case JsonNumber number -> number.toString();
          case JsonString text -> text.getString().strip();
          case JsonValue _ -> "";
        };
    if (!limit.matches("[0-9]{1,3}")
        || limit.equals("0")
        || Integer.parseInt(limit) > MOST_VALUES) {
      mistakes.add(
          where, "the setting 'limit' is a whole number from 1 to %d".formatted(MOST_VALUES));
      return MOST_VALUES;
    }
    return Integer.parseInt(limit);
  }
}
