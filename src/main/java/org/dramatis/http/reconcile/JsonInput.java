package org.dramatis.http.reconcile;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.mistake.TextPlace;

/** Reads JSON that a client sends, in which nothing is there twice or nested without end. */
final class JsonInput {

  private static final int DEEPEST = 16;

  private JsonInput() {}

  static JsonValue read(String text) throws RequestRefusedException {
    try {
      check(text);
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        return reader.readValue();
      }
    } catch (JsonParsingException broken) {
      String message =
          String.valueOf(broken.getMessage()).replaceAll("(?s)\\s+(at|on) \\(?\\[?line.*", "");
      throw refused("this is not JSON: " + message, broken.getLocation());
    }
  }

  private static void check(String text) throws RequestRefusedException {
    Deque<Set<String>> open = new ArrayDeque<>();
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      while (parser.hasNext()) {
        switch (parser.next()) {
          case START_OBJECT, START_ARRAY -> {
            open.push(new HashSet<>());
            if (open.size() > DEEPEST) {
              throw refused("the JSON is nested too deeply", parser.getLocation());
            }
          }
          case END_OBJECT, END_ARRAY -> open.pop();
          case KEY_NAME -> {
            if (!open.element().add(parser.getString())) {
              throw refused(
                  "the key '%s' is there twice".formatted(parser.getString()),
                  parser.getLocation());
            }
          }
          default -> {}
        }
      }
    }
  }

  private static RequestRefusedException refused(String detail, JsonLocation place) {
    int line = (int) Math.max(0, place.getLineNumber());
    int column = (int) Math.max(0, place.getColumnNumber());
    return new RequestRefusedException(
        HttpProblem.badRequest(detail)
            .at(Optional.of(new TextPlace(line, column, "")).filter(at -> at.line() > 0)));
  }
}
