package org.dramatis.http.annotate;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.HeldBytes;

/**
 * What somebody wants to be annotated.
 *
 * @param given the text
 * @param language of the names that are looked for, if not all will do
 */
record AnnotateRequest(Given given, Optional<String> language) {

  /** What can be sent. */
  static final String TYPES =
      "text/plain, text/html, application/json, application/x-www-form-urlencoded";

  /** So much of a text is read at once. */
  static final int MOST_BYTES = 10_000_000;

  private static final String PLAIN = "text/plain";
  private static final String HTML = "text/html";
  private static final String TEXT = "text";
  private static final String TYPE = "type";
  private static final String LANGUAGE = "lang";
  private static final Set<String> KEYS = Set.of(TEXT, TYPE, LANGUAGE);
  private static final String RULE =
      "send a text as text/plain or text/html, or {\"text\": \"…\", \"type\": \"text/plain\"}";

  /** Reads a request with a body. */
  static AnnotateRequest read(HttpServletRequest request, HeldBytes.Share share)
      throws IOException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    Body body = Body.read(request, MOST_BYTES, share);
    AnnotateRequest read =
        switch (body.mediaType()) {
          case PLAIN -> of(body.text(), PLAIN, parameters);
          case HTML, "application/xhtml+xml" -> of(body.text(), HTML, parameters);
          case "application/json" -> json(body.text(), parameters);
          case "application/x-www-form-urlencoded" -> form(Parameters.parse(body.text()));
          default ->
              throw new RequestRefusedException(
                  HttpProblem.unsupportedType("a text to be annotated is sent as " + TYPES)
                      .hinting(RULE));
        };
    if (read.given().input().isBlank()) {
      throw bad("there is no text");
    }
    if (read.given().input().indexOf('\0') >= 0) {
      throw bad("what was sent is no text: it has a character NUL");
    }
    return read;
  }

  private static AnnotateRequest of(String text, String type, Parameters parameters)
      throws RequestRefusedException {
    return new AnnotateRequest(given(text, type), parameters.language(LANGUAGE));
  }

  private static Given given(String text, String type) throws RequestRefusedException {
    return switch (type) {
      case PLAIN -> Given.plain(text);
      case HTML -> Given.html(text);
      default -> throw bad("'%s' is neither text/plain nor text/html".formatted(type));
    };
  }

  private static AnnotateRequest form(Parameters form) throws RequestRefusedException {
    return of(form.required(TEXT), form.one(TYPE).orElse(PLAIN), withLanguage(form));
  }

  /** In a form, a field that is left empty is one that is not there. */
  private static Parameters withLanguage(Parameters form) throws RequestRefusedException {
    return form.one(LANGUAGE).filter(String::isBlank).isPresent() ? Parameters.parse() : form;
  }

  private static AnnotateRequest json(String body, Parameters parameters)
      throws RequestRefusedException {
    JsonObject object = object(body);
    Optional<String> unknown =
        object.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst();
    if (unknown.isPresent()) {
      throw bad("there is no key '%s' here".formatted(unknown.get()));
    }
    Optional<String> language = string(object, LANGUAGE);
    return new AnnotateRequest(
        given(
            string(object, TEXT).orElseThrow(() -> bad("the object has no string 'text'")),
            string(object, TYPE).orElse(PLAIN)),
        language.isEmpty()
            ? parameters.language(LANGUAGE)
            : new Parameters(Map.of(LANGUAGE, List.of(language.get()))).language(LANGUAGE));
  }

  private static JsonObject object(String body) throws RequestRefusedException {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      if (reader.readValue() instanceof JsonObject object) {
        return object;
      }
    } catch (JsonException broken) {
      throw bad("the body is no JSON: " + broken.getMessage());
    }
    throw bad("the body is no object");
  }

  private static Optional<String> string(JsonObject object, String key)
      throws RequestRefusedException {
    JsonValue value = object.getOrDefault(key, JsonValue.NULL);
    return switch (value) {
      case JsonString string -> Optional.of(string.getString());
      case JsonValue none when none.equals(JsonValue.NULL) -> Optional.empty();
      default -> throw bad("'%s' is no string".formatted(key));
    };
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail).hinting(RULE));
  }
}
