package org.dramatis.ingest;

import jakarta.json.Json;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Looks at JSON as text: whether it is legal, and whether an object has a key twice. */
final class JsonText {

  private JsonText() {}

  /** False if the text cannot be parsed at all. */
  static boolean check(String text, ProblemCollector problems) {
    Deque<Set<String>> objects = new ArrayDeque<>();
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      while (parser.hasNext()) {
        switch (parser.next()) {
          case START_OBJECT -> objects.push(new HashSet<>());
          case END_OBJECT -> objects.pop();
          case KEY_NAME -> {
            if (!objects.element().add(parser.getString())) {
              JsonLocation place = parser.getLocation();
              problems.add(
                  "The key '" + parser.getString() + "' is there twice",
                  "keep one, with an array of both values",
                  place.getLineNumber(),
                  place.getColumnNumber());
            }
          }
          default -> {}
        }
      }
      return true;
    } catch (JsonParsingException broken) {
      JsonLocation place = broken.getLocation();
      problems.add(
          String.valueOf(broken.getMessage()).replaceAll("(?s)\\s+at \\(line.*", ""),
          "mend the JSON here",
          place.getLineNumber(),
          place.getColumnNumber());
      return false;
    }
  }
}
