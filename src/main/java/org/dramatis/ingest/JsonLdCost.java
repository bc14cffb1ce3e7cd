package org.dramatis.ingest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a JSON-LD document is small enough for a processor that holds all of it at once, several
 * times over, and that nothing can stop while it makes statements.
 */
final class JsonLdCost {

  /** Of the text. */
  static final int MOST_CHARACTERS = 1_000_000;

  /** What prefixes and a base may make of all names together. */
  static final long MOST_EXPANDED = 16_000_000;

  /** The processor compares each value of a property with all others. */
  static final long MOST_COMPARED = 20_000_000;

  private final Map<String, Long> values = new HashMap<>();

  private JsonLdCost() {}

  /** Why the text is too much to be expanded, if it is; it is legal JSON. */
  static Optional<String> ofExpanding(String text, Optional<String> base) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.of("has more than %,d characters".formatted(MOST_CHARACTERS));
    }
    long strings = 0;
    int longest = base.map(String::length).orElse(0);
    int depth = 0;
    int context = 0;
    boolean begins = false;
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      while (parser.hasNext()) {
        JsonParser.Event event = parser.next();
        switch (event) {
          case START_OBJECT, START_ARRAY -> {
            depth++;
            context = begins && context == 0 ? depth : context;
          }
          case END_OBJECT, END_ARRAY -> {
            context = context == depth ? 0 : context;
            depth--;
          }
          case KEY_NAME -> strings++;
          case VALUE_STRING -> {
            strings++;
            longest = context > 0 ? Math.max(longest, parser.getString().length()) : longest;
          }
          default -> {}
        }
        begins = event == JsonParser.Event.KEY_NAME && parser.getString().equals("@context");
      }
    }
    return strings * longest > MOST_EXPANDED
        ? Optional.of("is too large when its context is applied")
        : Optional.empty();
  }

  /** Why what the text was expanded to is too much to make statements of, if it is. */
  static Optional<String> ofStatements(JsonValue expanded) {
    JsonLdCost cost = new JsonLdCost();
    cost.count(expanded);
    double compared = cost.values.values().stream().mapToDouble(n -> (double) n * n).sum();
    return compared > MOST_COMPARED
        ? Optional.of("has too many values of the same property, or too long lists")
        : Optional.empty();
  }

  private void count(JsonValue value) {
    switch (value.getValueType()) {
      case ARRAY -> value.asJsonArray().forEach(this::count);
      case OBJECT -> count(value.asJsonObject());
      default -> {}
    }
  }

  private void count(JsonObject object) {
    // Without an IRI it is a node of its own.
    String node =
        object.get("@id") instanceof JsonString iri ? iri.getString() : "#" + values.size();
    object.forEach((property, value) -> {
      if (value instanceof JsonArray array && !property.equals("@graph")) {
        values.merge(node + " " + property, (long) array.size(), Long::sum);
      }
      count(value);
    });
  }
}
