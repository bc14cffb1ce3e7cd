package org.dramatis.http.reconcile;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.reconcile.Condition;
import org.dramatis.link.reconcile.ReconciliationQuery;
import org.dramatis.link.reconcile.ReconciliationQuery.Types;
import org.dramatis.link.reconcile.Schema;

/** Reads queries as version 0.2 has them: an object whose keys are those of the answers. */
final class KeyedBatchReader extends BatchReader {

  private static final Set<String> MEMBERS =
      Set.of("query", "type", "limit", "properties", "type_strict");

  KeyedBatchReader(Schema schema) {
    super(schema);
  }

  @Override
  List<Asked> queries(JsonValue batch) throws RequestRefusedException {
    if (!(batch instanceof JsonObject object)) {
      throw bad("the queries are no object, such as {\"q0\": {\"query\": \"Sofia Carson\"}}");
    }
    requireFew(object.size());
    List<Asked> asked = new ArrayList<>();
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (member.getValue() instanceof JsonObject query) {
        asked.add(new Asked(member.getKey(), query(query, member.getKey())));
      } else {
        mistakes().add(member.getKey(), "a query is an object");
      }
    }
    return asked;
  }

  private ReconciliationQuery query(JsonObject query, String where) {
    requireKnown(query, where, MEMBERS);
    Optional<String> name = text(query, "query", where);
    List<Condition> conditions = conditions(query, where);
    if (!query.containsKey("query") && conditions.isEmpty()) {
      mistakes().add(where, "there is neither 'query' nor 'properties'");
    }
    return new ReconciliationQuery(
        name.filter(text -> !text.isBlank()).stream().toList(),
        Set.of(),
        types(query, where),
        conditions,
        limit(query, where),
        Optional.empty());
  }

  private List<Condition> conditions(JsonObject query, String where) {
    List<Condition> conditions = new ArrayList<>();
    switch (query.get("properties")) {
      case null -> {}
      case JsonArray several ->
          several.forEach(each -> condition(each, where).ifPresent(conditions::add));
      case JsonValue _ -> mistakes().add(where, "'properties' is no array");
    }
    return conditions;
  }

  private Optional<Condition> condition(JsonValue given, String where) {
    if (!(given instanceof JsonObject object) || !object.containsKey("v")) {
      mistakes().add(where, "a property is an object with 'pid' and 'v'");
      return Optional.empty();
    }
    Optional<String> id = text(object, "pid", where);
    if (id.isEmpty()) {
      mistakes().add(where, "a property has no 'pid'");
      return Optional.empty();
    }
    return property(id.get(), where)
        .map(property ->
            new Condition(
                property,
                values(property, object.getOrDefault("v", JsonValue.NULL), where),
                Condition.Quantifier.ANY,
                false));
  }

  private Types types(JsonObject query, String where) {
    List<Set<Node>> types = new ArrayList<>();
    switch (query.get("type")) {
      case null -> {}
      case JsonString one -> type(one.getString(), where).ifPresent(types::add);
      case JsonArray several -> {
        for (JsonValue each : several) {
          if (each instanceof JsonString one) {
            type(one.getString(), where).ifPresent(types::add);
          } else {
            mistakes().add(where, "a type is a text");
          }
        }
      }
      case JsonValue _ -> mistakes().add(where, "'type' is a text or an array of texts");
    }
    String strict = text(query, "type_strict", where).orElse("any");
    if (!Set.of("any", "all", "should").contains(strict)) {
      mistakes().unknown(where, "type_strict", strict, List.of("any", "all", "should"));
    }
    if (types.isEmpty()) {
      return new Types.Any();
    }
    return switch (strict) {
      case "all" -> new Types.AllOf(types);
      case "should" -> new Types.Better(union(types));
      default -> new Types.OneOf(union(types));
    };
  }
}
