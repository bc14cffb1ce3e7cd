package org.dramatis.http.reconcile;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.reconcile.EntityType;
import org.dramatis.link.reconcile.Given;
import org.dramatis.link.reconcile.Property;
import org.dramatis.link.reconcile.Schema;
import org.dramatis.link.search.Question;

/** What the two versions of the API have in common in how queries are written. */
abstract class BatchReader {

  /** So many queries are answered at once. */
  static final int MOST_QUERIES = 1000;

  private static final int USUAL_LIMIT = 10;
  private static final int MOST_VALUES = 100;

  private final Schema schema;
  private final Mistakes mistakes = new Mistakes();

  BatchReader(Schema schema) {
    this.schema = schema;
  }

  /** Reads the queries, each of which can be answered. */
  static List<Asked> read(Protocol protocol, JsonValue batch, Schema schema)
      throws RequestRefusedException {
    BatchReader reader =
        switch (protocol) {
          case V0_2 -> new KeyedBatchReader(schema);
          case V1_0 -> new ListedBatchReader(schema);
        };
    List<Asked> asked = reader.queries(batch);
    reader.mistakes.refuseIfAny();
    return asked;
  }

  /** The queries of a batch. */
  abstract List<Asked> queries(JsonValue batch) throws RequestRefusedException;

  final Mistakes mistakes() {
    return mistakes;
  }

  static void requireFew(int queries) throws RequestRefusedException {
    if (queries > MOST_QUERIES) {
      throw new RequestRefusedException(
          HttpProblem.tooLarge(
              "%,d queries are more than the %,d that are answered at once"
                  .formatted(queries, MOST_QUERIES)));
    }
  }

  static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }

  /** Tells of members that are not known, which would have no effect. */
  final void requireKnown(JsonObject object, String where, Set<String> known) {
    object.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> mistakes.unknown(where, "member", name, known));
  }

  final Optional<String> text(JsonObject object, String name, String where) {
    return switch (object.get(name)) {
      case null -> Optional.empty();
      case JsonString text -> Optional.of(text.getString());
      case JsonValue _ -> {
        mistakes.add(where, "'%s' is no text".formatted(name));
        yield Optional.empty();
      }
    };
  }

  final int limit(JsonObject query, String where) {
    if (!query.containsKey("limit")) {
      return USUAL_LIMIT;
    }
    if (query.get("limit") instanceof JsonNumber number) {
      double limit = number.doubleValue();
      if (limit >= 1 && limit <= Question.MOST && limit == Math.rint(limit)) {
        return (int) limit;
      }
    }
    mistakes.add(where, "'limit' is a whole number from 1 to %d".formatted(Question.MOST));
    return USUAL_LIMIT;
  }

  /** A class with all that are part of it. */
  final Optional<Set<Node>> type(String name, String where) {
    Optional<EntityType> type = schema.type(name);
    if (type.isEmpty()) {
      mistakes.unknown(where, "type", name, schema.types().stream().map(EntityType::id).toList());
    }
    return type.map(schema::narrowed);
  }

  final Optional<Property> property(String name, String where) {
    Optional<Property> property = schema.property(name);
    if (property.isEmpty()) {
      mistakes.unknown(
          where, "property", name, schema.properties().stream().map(Property::id).toList());
    }
    return property;
  }

  /** One value of a property or several, as they are kept. */
  final List<Given> values(Property property, JsonValue given, String where) {
    return values(given, where).stream().map(value -> schema.kept(property, value)).toList();
  }

  /** One value or several. */
  final List<Given> values(JsonValue given, String where) {
    List<JsonValue> several = given instanceof JsonArray array ? array : List.of(given);
    if (several.size() > MOST_VALUES) {
      mistakes.add(where, "more than %d values are not compared".formatted(MOST_VALUES));
      return List.of();
    }
    List<Given> values = new ArrayList<>();
    several.forEach(value -> value(value, where).ifPresent(values::add));
    return values;
  }

  private Optional<Given> value(JsonValue value, String where) {
    return switch (value) {
      case JsonString text -> Optional.of(new Given.Text(text.getString()));
      case JsonNumber number when Math.abs(number.bigDecimalValue().scale()) < 100 ->
          Optional.of(new Given.Amount(number.bigDecimalValue()));
      case JsonObject object when object.get("id") instanceof JsonString id ->
          Optional.of(entity(id.getString()));
      case JsonValue other
          when other.getValueType() == JsonValue.ValueType.TRUE
              || other.getValueType() == JsonValue.ValueType.FALSE ->
          Optional.of(new Given.Text(other.toString()));
      case JsonValue _ -> {
        mistakes.add(where, "a value is a text, a number, true, false or an object with an id");
        yield Optional.empty();
      }
    };
  }

  /** What is no IRI is the identifier of another catalogue. */
  private static Given entity(String id) {
    return id.contains(":") ? new Given.Entity(NodeFactory.createURI(id)) : new Given.Text(id);
  }

  static Set<Node> union(List<Set<Node>> types) {
    Set<Node> all = new HashSet<>();
    types.forEach(all::addAll);
    return all;
  }
}
