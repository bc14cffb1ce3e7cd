package org.dramatis.http.openapi;

import java.util.Collection;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** An object of JSON, put together member by member, which keep their order. */
final class Members {

  private final JsonObject object = new JsonObject();

  private Members() {}

  static Members none() {
    return new Members();
  }

  static Members of(String key, String value) {
    return none().with(key, value);
  }

  Members with(String key, JsonValue value) {
    object.put(key, value);
    return this;
  }

  Members with(String key, String value) {
    return with(key, new JsonString(value));
  }

  Members with(String key, long value) {
    return with(key, JsonNumber.value(value));
  }

  Members with(String key, boolean value) {
    object.put(key, value);
    return this;
  }

  Members with(String key, Members value) {
    return with(key, value.json());
  }

  /** A member that is left out if there is nothing. */
  Members with(String key, Optional<? extends JsonValue> value) {
    value.ifPresent(there -> with(key, there));
    return this;
  }

  /** A member that is left out if the list is empty. */
  Members withAll(String key, Collection<? extends JsonValue> values) {
    return values.isEmpty() ? this : with(key, array(values));
  }

  static JsonArray array(Collection<? extends JsonValue> values) {
    JsonArray array = new JsonArray();
    array.addAll(values);
    return array;
  }

  /** The same for texts. */
  Members withTexts(String key, Collection<String> values) {
    return withAll(key, values.stream().map(JsonString::new).toList());
  }

  JsonObject json() {
    return object;
  }
}
