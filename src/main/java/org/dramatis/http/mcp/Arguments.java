package org.dramatis.http.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * What a model passes to a tool. Whatever a tool does not know is refused, for a model reads what
 * is wrong and mends it, and would never notice that it was not read.
 */
record Arguments(Map<String, Object> values) {

  /** The arguments of a tool that knows these. */
  static Arguments of(Map<String, Object> given, Set<String> known) throws RequestRefusedException {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw bad(
            "there is no argument '%s'".formatted(name), "there are " + String.join(", ", known));
      }
    }
    return new Arguments(given);
  }

  /** A text that cannot be left out. */
  String required(String name) throws RequestRefusedException {
    return text(name)
        .orElseThrow(() -> bad("the argument '%s' is missing".formatted(name), "it is a text"));
  }

  /** A text. */
  Optional<String> text(String name) throws RequestRefusedException {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String || value instanceof Number) {
      return Optional.of(value.toString()).filter(text -> !text.isBlank());
    }
    throw bad(
        "the argument '%s' is not a text".formatted(name), "send \"%s\": \"…\"".formatted(name));
  }

  /** A number from 1 to a most. */
  int count(String name, int usual, int most) throws RequestRefusedException {
    Object value = values.get(name);
    if (value == null) {
      return usual;
    }
    if (value instanceof Integer number && number >= 1 && number <= most) {
      return number;
    }
    throw bad("'%s' is no %s".formatted(value, name), "it is a whole number from 1 to " + most);
  }

  /** Values by their names, as they are written. */
  Map<String, String> object(String name) throws RequestRefusedException {
    Object value = values.get(name);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw bad(
          "the argument '%s' is not an object".formatted(name),
          "send \"%s\": {\"work\": \"https://…\"}".formatted(name));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object each = entry.getValue();
      if (!(each instanceof String || each instanceof Number || each instanceof Boolean)) {
        throw bad(
            "the value of '%s' is not a text, a number or a truth value".formatted(entry.getKey()),
            "give one value for each parameter");
      }
      texts.put(String.valueOf(entry.getKey()), each.toString());
    }
    return texts;
  }

  /** The same as parameters of a request, those of these names. */
  Map<String, List<String>> parameters(List<String> names) throws RequestRefusedException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String name : names) {
      text(name).ifPresent(text -> parameters.put(name, List.of(text)));
    }
    return parameters;
  }

  private static RequestRefusedException bad(String detail, String hint) {
    return new RequestRefusedException(HttpProblem.badRequest(detail).hinting(hint));
  }
}
