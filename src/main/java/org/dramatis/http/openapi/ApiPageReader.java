package org.dramatis.http.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.dramatis.http.page.ApiPage;
import org.dramatis.http.page.Link;

/** Reads the description for programs as one for people, so that the two never differ. */
final class ApiPageReader {

  private static final String REFERENCE = "$ref";

  private final JsonObject document;

  private ApiPageReader(JsonObject document) {
    this.document = document;
  }

  /** The page of a description. */
  static ApiPage read(String description) {
    return new ApiPageReader(JSON.parse(description)).page();
  }

  private ApiPage page() {
    Map<String, List<ApiPage.Operation>> byTag = new LinkedHashMap<>();
    Map<String, String> about = new LinkedHashMap<>();
    for (JsonValue tag : array(document, "tags")) {
      String name = text(tag.getAsObject(), "name");
      byTag.put(name, new ArrayList<>());
      about.put(name, text(tag.getAsObject(), "description"));
    }
    document
        .getObj("paths")
        .forEach((path, methods) ->
            methods
                .getAsObject()
                .forEach((method, operation) -> {
                  JsonObject told = operation.getAsObject();
                  String tag = array(told, "tags").get(0).getAsString().value();
                  byTag
                      .computeIfAbsent(tag, _ -> new ArrayList<>())
                      .add(operation(path, method, told));
                }));
    return new ApiPage(
        text(document.getObj("info"), "description"),
        byTag.entrySet().stream()
            .filter(group -> !group.getValue().isEmpty())
            .map(group ->
                new ApiPage.Group(
                    group.getKey(), about.getOrDefault(group.getKey(), ""), group.getValue()))
            .toList());
  }

  private ApiPage.Operation operation(String path, String method, JsonObject told) {
    List<ApiPage.Parameter> parameters =
        array(told, "parameters").stream().map(each -> parameter(resolved(each))).toList();
    return new ApiPage.Operation(
        text(told, "operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        text(told, "summary"),
        text(told, "description"),
        told.hasKey("security"),
        parameters,
        object(told, "requestBody")
            .map(body -> new ApiPage.Body(text(body, "description"), mediaTypes(body))),
        answers(told.getObj("responses")),
        method.equals("get") ? example(path, parameters) : Optional.empty());
  }

  private ApiPage.Parameter parameter(JsonObject told) {
    return new ApiPage.Parameter(
        text(told, "name"),
        text(told, "in"),
        kind(resolved(told.getObj("schema"))),
        told.hasKey("required") && told.getBoolean("required"),
        text(told, "description"),
        object(told, "examples")
            .flatMap(examples -> examples.values().stream().findFirst())
            .map(example -> plain(example.getAsObject().get("value"))));
  }

  /** What a value may be, in words. */
  private String kind(JsonObject schema) {
    if (schema.hasKey("enum")) {
      return "one of "
          + array(schema, "enum").stream()
              .map(ApiPageReader::plain)
              .collect(Collectors.joining(", "));
    }
    String type = schema.hasKey("type") ? plain(schema.get("type")) : "anything";
    if (type.equals("array") && schema.hasKey("items")) {
      return kind(resolved(schema.getObj("items"))) + ", repeated";
    }
    return schema.hasKey("format") ? "%s (%s)".formatted(type, text(schema, "format")) : type;
  }

  /** Those of errors are the same everywhere, and told elsewhere. */
  private List<ApiPage.Answer> answers(JsonObject responses) {
    return responses.entrySet().stream()
        .filter(response -> response.getKey().compareTo("400") < 0)
        .map(response -> {
          JsonObject told = resolved(response.getValue());
          return new ApiPage.Answer(response.getKey(), text(told, "description"), mediaTypes(told));
        })
        .toList();
  }

  private static List<String> mediaTypes(JsonObject told) {
    return told.hasKey("content") ? List.copyOf(told.getObj("content").keySet()) : List.of();
  }

  /** Whatever is needed is given as its example says; what has none cannot be tried. */
  private static Optional<Link> example(String path, List<ApiPage.Parameter> parameters) {
    String address = path;
    StringBuilder query = new StringBuilder();
    for (ApiPage.Parameter parameter : parameters) {
      if (!parameter.required()) {
        continue;
      }
      if (parameter.example().isEmpty()) {
        return Optional.empty();
      }
      String value = Link.encoded(parameter.example().get());
      if (parameter.place().equals("path")) {
        address = address.replace("{" + parameter.name() + "}", value);
      } else {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(Link.encoded(parameter.name()))
            .append('=')
            .append(value);
      }
    }
    return address.contains("{")
        ? Optional.empty()
        : Optional.of(new Link(address + query, address));
  }

  /** What a reference leads to, or the value itself; what is said beside the reference holds. */
  private JsonObject resolved(JsonValue value) {
    JsonObject told = value.getAsObject();
    if (!told.hasKey(REFERENCE)) {
      return told;
    }
    JsonObject found = document;
    for (String step : text(told, REFERENCE).substring("#/".length()).split("/", -1)) {
      found = found.getObj(step);
    }
    JsonObject merged = new JsonObject();
    found.forEach(merged::put);
    told.forEach((key, said) -> {
      if (!key.equals(REFERENCE)) {
        merged.put(key, said);
      }
    });
    return merged;
  }

  private static Optional<JsonObject> object(JsonObject object, String key) {
    return object.hasKey(key) ? Optional.of(object.getObj(key)) : Optional.empty();
  }

  private static JsonArray array(JsonObject object, String key) {
    return object.hasKey(key) ? object.get(key).getAsArray() : new JsonArray();
  }

  private static String text(JsonObject object, String key) {
    return object.hasKey(key) ? plain(object.get(key)) : "";
  }

  private static String plain(JsonValue value) {
    return value instanceof JsonString string ? string.value() : JSON.toStringFlat(value);
  }
}
