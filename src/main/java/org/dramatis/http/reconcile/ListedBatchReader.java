package org.dramatis.http.reconcile;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.reconcile.Condition;
import org.dramatis.link.reconcile.Condition.Quantifier;
import org.dramatis.link.reconcile.Given;
import org.dramatis.link.reconcile.Property;
import org.dramatis.link.reconcile.ReconciliationQuery;
import org.dramatis.link.reconcile.ReconciliationQuery.Types;
import org.dramatis.link.reconcile.Schema;

/** Reads queries as the draft of version 1.0 has them: a list of conditions each. */
final class ListedBatchReader extends BatchReader {

  private static final Set<String> MEMBERS = Set.of("type", "limit", "lang", "dir", "conditions");
  private static final Set<String> CONDITION_MEMBERS =
      Set.of(
          "matchType",
          "propertyId",
          "propertyValue",
          "required",
          "matchQuantifier",
          "matchQualifier",
          "lang",
          "dir");

  private final List<String> names = new ArrayList<>();
  private final Set<Node> ids = new HashSet<>();
  private final List<Condition> conditions = new ArrayList<>();

  ListedBatchReader(Schema schema) {
    super(schema);
  }

  @Override
  List<Asked> queries(JsonValue batch) throws RequestRefusedException {
    if (!(batch instanceof JsonObject object)
        || !(object.get("queries") instanceof JsonArray all)) {
      throw bad("there is no array 'queries', such as {\"queries\": [{\"conditions\": [ … ]}]}");
    }
    requireFew(all.size());
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String where = "queries[%d]".formatted(i);
      if (all.get(i) instanceof JsonObject query) {
        asked.add(new Asked(Integer.toString(i), query(query, where)));
      } else {
        mistakes().add(where, "a query is an object");
      }
    }
    return asked;
  }

  private ReconciliationQuery query(JsonObject query, String where) {
    requireKnown(query, where, MEMBERS);
    names.clear();
    ids.clear();
    conditions.clear();
    if (query.get("conditions") instanceof JsonArray several && !several.isEmpty()) {
      several.forEach(each -> condition(each, where));
    } else {
      mistakes().add(where, "there are no 'conditions'");
    }
    Types types =
        text(query, "type", where)
            .flatMap(name -> type(name, where))
            .<Types>map(Types.OneOf::new)
            .orElseGet(Types.Any::new);
    return new ReconciliationQuery(
        names, ids, types, conditions, limit(query, where), text(query, "lang", where));
  }

  private void condition(JsonValue given, String where) {
    if (!(given instanceof JsonObject condition) || !condition.containsKey("propertyValue")) {
      mistakes().add(where, "a condition is an object with 'matchType' and 'propertyValue'");
      return;
    }
    requireKnown(condition, where, CONDITION_MEMBERS);
    if (condition.containsKey("matchQualifier")) {
      mistakes().add(where, "no property has a 'matchQualifier'");
    }
    Quantifier quantifier = quantifier(condition, where);
    JsonValue value = condition.getOrDefault("propertyValue", JsonValue.NULL);
    String type = text(condition, "matchType", where).orElse("");
    switch (type) {
      case "name" -> {
        requireAny(quantifier, where, "names");
        values(value, where).stream()
            .map(Given::shown)
            .filter(name -> !name.isBlank())
            .forEach(names::add);
      }
      case "id" -> {
        requireAny(quantifier, where, "ids");
        values(value, where).forEach(id -> ids.add(NodeFactory.createURI(id.shown())));
      }
      case "property" -> property(condition, value, quantifier, where);
      default -> mistakes().unknown(where, "matchType", type, List.of("name", "id", "property"));
    }
  }

  private void requireAny(Quantifier quantifier, String where, String what) {
    if (quantifier != Quantifier.ANY) {
      mistakes()
          .add(where, "of several %s one is enough: 'matchQuantifier' is any".formatted(what));
    }
  }

  private void property(
      JsonObject condition, JsonValue value, Quantifier quantifier, String where) {
    Optional<String> id = text(condition, "propertyId", where);
    if (id.isEmpty()) {
      mistakes().add(where, "a condition of the type 'property' has no 'propertyId'");
      return;
    }
    Optional<Property> property = property(id.get(), where);
    property.ifPresent(known ->
        conditions.add(
            new Condition(
                known, values(known, value, where), quantifier, required(condition, where))));
  }

  private boolean required(JsonObject condition, String where) {
    return switch (condition.getOrDefault("required", JsonValue.FALSE).getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> {
        mistakes().add(where, "'required' is true or false");
        yield false;
      }
    };
  }

  private Quantifier quantifier(JsonObject condition, String where) {
    String name = text(condition, "matchQuantifier", where).orElse("any");
    return switch (name) {
      case "any" -> Quantifier.ANY;
      case "all" -> Quantifier.ALL;
      case "none" -> Quantifier.NONE;
      default -> {
        mistakes().unknown(where, "matchQuantifier", name, List.of("any", "all", "none"));
        yield Quantifier.ANY;
      }
    };
  }
}
