package org.dramatis.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.dramatis.http.TestServer;

/**
 * An operation as a client reads it from the document, of which it knows nothing else.
 *
 * @param document the whole
 */
record Described(JsonObject document, String path, String method, JsonObject operation) {

  private static final String EXAMPLES = "examples";

  /** All operations of a document. */
  static Stream<Described> all(JsonObject document) {
    JsonObject paths = document.getObj("paths");
    return paths.keys().stream()
        .flatMap(path ->
            paths.getObj(path).entrySet().stream()
                .map(entry ->
                    new Described(
                        document,
                        path,
                        entry.getKey().toUpperCase(Locale.ROOT),
                        entry.getValue().getAsObject())));
  }

  String id() {
    return operation.getString("operationId");
  }

  /** What is sent behind a request. */
  record Body(String mediaType, JsonValue example) {

    String text() {
      if (!mediaType.equals("application/x-www-form-urlencoded")) {
        return written(example);
      }
      StringJoiner form = new StringJoiner("&");
      JsonObject fields = example.getAsObject();
      fields.forEach((name, value) ->
          form.add(TestServer.encode(name) + "=" + TestServer.encode(written(value))));
      return form.toString();
    }
  }

  /** A request that the document shows. */
  record Example(String address, Optional<Body> body) {}

  /** Each example of each field, with what has to be there and with what may be. */
  List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (Optional<Body> body : bodies()) {
      for (boolean optional : List.of(false, true)) {
        for (String address : addresses(optional)) {
          Example example = new Example(address, body);
          if (!examples.contains(example)) {
            examples.add(example);
          }
        }
      }
    }
    return examples;
  }

  private List<Optional<Body>> bodies() {
    if (!operation.hasKey("requestBody")) {
      return List.of(Optional.empty());
    }
    JsonObject content = operation.getObj("requestBody").getObj("content");
    return content.keys().stream()
        .flatMap(type ->
            values(content.getObj(type)).map(example -> Optional.of(new Body(type, example))))
        .toList();
  }

  private List<String> addresses(boolean withOptional) {
    List<String> addresses = List.of(path);
    if (!operation.hasKey("parameters")) {
      return addresses;
    }
    List<JsonObject> fields =
        operation.getArray("parameters").map(each -> resolved(each.getAsObject())).toList();
    for (JsonObject field : fields) {
      boolean required = field.getBoolean("required");
      if (!required && !(withOptional && field.hasKey(EXAMPLES))) {
        continue;
      }
      List<String> longer = new ArrayList<>();
      for (String address : addresses) {
        values(field).forEach(value -> longer.add(with(field, written(value), address)));
      }
      addresses = longer;
    }
    return addresses;
  }

  /** Addresses with a text where a number, a date or something of the kind is wanted. */
  List<String> badAddresses() {
    List<String> bad = new ArrayList<>();
    if (method.equals("GET") && operation.hasKey("parameters")) {
      operation
          .getArray("parameters")
          .map(each -> resolved(each.getAsObject()))
          .filter(field -> field.getString("in").equals("query") && isTyped(field.getObj("schema")))
          .forEach(field -> {
            String name = field.getString("name");
            addresses(false).stream()
                .findFirst()
                .map(address -> address.replaceFirst(name + "=[^&]*&?", ""))
                .ifPresent(others -> bad.add(with(field, "not any", others)));
          });
    }
    return bad;
  }

  private static boolean isTyped(JsonObject schema) {
    return List.of("integer", "number", "boolean").contains(schema.getString("type"))
        || (schema.hasKey("format") && schema.getString("format").equals("iri"));
  }

  private static Stream<JsonValue> values(JsonObject field) {
    if (!field.hasKey(EXAMPLES)) {
      return Stream.empty();
    }
    JsonObject examples = field.getObj(EXAMPLES);
    return examples.keys().stream().map(name -> examples.getObj(name).get("value"));
  }

  private static String with(JsonObject field, String value, String address) {
    String name = field.getString("name");
    String encoded = TestServer.encode(value);
    return field.getString("in").equals("path")
        ? address.replace("{" + name + "}", encoded)
        : address + (address.contains("?") ? "&" : "?") + name + "=" + encoded;
  }

  private static String written(JsonValue value) {
    return value.isString() ? value.getAsString().value() : value.toString();
  }

  /** The statuses of answers that are no errors. */
  List<Integer> successes() {
    return responses().keys().stream()
        .filter(status -> status.startsWith("2") || status.startsWith("3"))
        .map(Integer::valueOf)
        .toList();
  }

  private JsonObject responses() {
    return operation.getObj("responses");
  }

  private JsonObject response(int status) {
    return resolved(responses().getObj(Integer.toString(status)));
  }

  /** What is described elsewhere in the document. */
  private JsonObject resolved(JsonObject object) {
    if (!object.hasKey("$ref")) {
      return object;
    }
    JsonObject found = document;
    for (String key : object.getString("$ref").substring("#/".length()).split("/", -1)) {
      found = found.getObj(key);
    }
    return found;
  }

  /** The media types that an answer with this status may have. */
  List<String> mediaTypes(int status) {
    JsonObject response = response(status);
    return response.hasKey("content") ? List.copyOf(response.getObj("content").keys()) : List.of();
  }

  /** The headers of such an answer. */
  List<String> headers(int status) {
    return List.copyOf(response(status).getObj("headers").keys());
  }

  /** Holds an answer against its schema. */
  void validate(int status, String mediaType, String json) {
    JsonObject schema = response(status).getObj("content").getObj(mediaType).getObj("schema");
    validate(document, schema, json);
  }

  /** Holds a text against a schema of a document. */
  static void validate(JsonObject document, JsonObject schema, String json) {
    JsonObject whole = new JsonObject();
    schema.forEach(whole::put);
    whole.put("components", document.getObj("components"));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole.toString())
                .validate(json, InputFormat.JSON))
        .as(json)
        .isEmpty();
  }

  /** Whether something has an address of this form. */
  boolean hasAddress(String address) {
    return address.matches(path.replaceAll("\\{[a-z]+\\}", "[^/]+"));
  }
}
