package org.dramatis.query.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads the decorators at the head of a query file: YAML in lines that begin with {@code #+}. */
final class DecoratorReader {

  private static final String MARK = "#+";
  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "summary", "description", "tags", "defaults", "enumerate", "pagination", "method"));
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");
  // The failsafe schema keeps every scalar as it is written: 2.50 stays "2.50".
  private static final LoadSettings YAML =
      LoadSettings.builder()
          .setSchema(new FailsafeSchema())
          .setAllowDuplicateKeys(false)
          .setLabel("decorators")
          .build();

  private final ObjLongConsumer<String> problems;

  /** Reports each problem with its line, or line 0 when the file as a whole is meant. */
  DecoratorReader(ObjLongConsumer<String> problems) {
    this.problems = problems;
  }

  /** The decorators, or nothing if a problem was reported. */
  Optional<Decorators> read(String text) {
    List<String> lines = text.lines().toList();
    int end = 0;
    StringBuilder yaml = new StringBuilder();
    while (end < lines.size() && lines.get(end).startsWith(MARK)) {
      yaml.append(lines.get(end).substring(MARK.length())).append('\n');
      end++;
    }
    for (int i = end; i < lines.size(); i++) {
      if (lines.get(i).startsWith(MARK)) {
        problems.accept("a decorator (#+) after the head of the file", i + 1L);
        return Optional.empty();
      }
    }
    if (yaml.toString().isBlank()) {
      problems.accept("the head has no decorators such as '#+ summary: …'", 1);
      return Optional.empty();
    }
    return parse(yaml.toString()).flatMap(this::interpret);
  }

  private Optional<Map<?, ?>> parse(String yaml) {
    try {
      Object value = new Load(YAML).loadFromString(yaml);
      if (value instanceof Map<?, ?> map) {
        return Optional.of(map);
      }
      problems.accept("decorators are not 'name: value'", 1);
    } catch (MarkedYamlEngineException malformed) {
      long line = malformed.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(1L);
      problems.accept("decorators are not YAML: " + malformed.getProblem(), line);
    } catch (YamlEngineException malformed) {
      problems.accept("decorators are not YAML: " + malformed.getMessage(), 1);
    }
    return Optional.empty();
  }

  private Optional<Decorators> interpret(Map<?, ?> map) {
    List<String> complaints = new ArrayList<>();
    for (Object key : map.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        complaints.add("unknown decorator '" + key + "'; there are " + String.join(", ", KEYS));
      }
    }
    String summary = text("summary", map.get("summary"), complaints);
    String description = text("description", map.get("description"), complaints);
    List<String> tags = tags(map.get("tags"), complaints);
    Map<String, String> defaults = defaults(map.get("defaults"), complaints);
    Map<String, List<String>> enumerate = enumerate(map.get("enumerate"), complaints);
    OptionalInt pagination = pagination(map.get("pagination"), complaints);
    Optional<Decorators.Method> method = method(map.get("method"), complaints);
    complaints.forEach(complaint -> problems.accept(complaint, 1));
    return complaints.isEmpty()
        ? Optional.of(
            new Decorators(summary, description, tags, defaults, enumerate, pagination, method))
        : Optional.empty();
  }

  private static String text(String key, @Nullable Object value, List<String> complaints) {
    if (value instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    complaints.add("decorator '" + key + "' is missing or not a text");
    return "";
  }

  private static List<String> tags(@Nullable Object value, List<String> complaints) {
    List<String> tags = new ArrayList<>();
    if (value == null) {
      return tags;
    }
    if (value instanceof List<?> list && list.stream().allMatch(DecoratorReader::isText)) {
      list.forEach(tag -> tags.add(String.valueOf(tag).strip()));
    } else {
      complaints.add("decorator 'tags' is not a list of texts");
    }
    return tags;
  }

  private static Map<String, String> defaults(@Nullable Object value, List<String> complaints) {
    Map<String, String> defaults = new LinkedHashMap<>();
    if (value == null) {
      return defaults;
    }
    if (!(value instanceof List<?> list)) {
      complaints.add("decorator 'defaults' is not a list such as '- name: value'");
      return defaults;
    }
    for (Object entry : list) {
      if (entry instanceof Map<?, ?> pair
          && pair.size() == 1
          && pair.values().stream().allMatch(String.class::isInstance)) {
        pair.forEach((name, text) -> defaults.put(String.valueOf(name), String.valueOf(text)));
      } else {
        complaints.add("decorator 'defaults' has an entry that is not 'name: value': " + entry);
      }
    }
    return defaults;
  }

  private static Map<String, List<String>> enumerate(
      @Nullable Object value, List<String> complaints) {
    Map<String, List<String>> listed = new LinkedHashMap<>();
    if (value == null) {
      return listed;
    }
    if (!(value instanceof List<?> list)) {
      complaints.add("decorator 'enumerate' is not a list such as '- name' or '- name: [a, b]'");
      return listed;
    }
    for (Object entry : list) {
      if (entry instanceof String name && !name.isBlank()) {
        listed.put(name, List.of());
      } else if (entry instanceof Map<?, ?> pair
          && pair.size() == 1
          && pair.values().iterator().next() instanceof List<?> values
          && !values.isEmpty()
          && values.stream().allMatch(String.class::isInstance)) {
        listed.put(
            String.valueOf(pair.keySet().iterator().next()),
            values.stream().map(String::valueOf).toList());
      } else {
        complaints.add(
            "decorator 'enumerate' has an entry that is neither 'name' nor 'name: [a, b]': "
                + entry);
      }
    }
    return listed;
  }

  private static OptionalInt pagination(@Nullable Object value, List<String> complaints) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value instanceof String number && COUNT.matcher(number).matches()) {
      return OptionalInt.of(Integer.parseInt(number));
    }
    complaints.add("decorator 'pagination' is not a number of rows from 1 to 999999");
    return OptionalInt.empty();
  }

  private static Optional<Decorators.Method> method(
      @Nullable Object value, List<String> complaints) {
    if (value == null) {
      return Optional.empty();
    }
    for (Decorators.Method method : Decorators.Method.values()) {
      if (method.name().equals(value)) {
        return Optional.of(method);
      }
    }
    complaints.add("decorator 'method' is neither GET nor POST");
    return Optional.empty();
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof String text && !text.isBlank();
  }
}
