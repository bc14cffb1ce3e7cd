package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what came of the hostile inputs to the tables of {@code docs/threat-model.md}. With {@code
 * -Ddramatis.accept=true} the tables are rewritten instead.
 */
final class HostileTable {

  private static final Path PAGE = Path.of("docs/threat-model.md");

  private HostileTable() {}

  /** The names that more than one case has. */
  static List<String> duplicates(Collection<?> cases) {
    Set<String> seen = new HashSet<>();
    return cases.stream().map(Object::toString).filter(name -> !seen.add(name)).toList();
  }

  /** The table of this name has exactly these rows: a class of inputs, their number, what came. */
  static void check(String name, Map<String, String> outcomes) throws IOException {
    String expected =
        outcomes.entrySet().stream()
            .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |\n")
            .collect(Collectors.joining());
    String begin = "<!-- table: " + name + " -->\n";
    String page = Files.readString(PAGE);
    assertThat(page).as("the table of " + name).contains(begin);
    int start = page.indexOf(begin) + begin.length();
    String rest = page.substring(start);
    String actual =
        rest.lines()
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("dramatis.accept")) {
      int rows = page.indexOf('\n', page.indexOf('\n', start) + 1) + 1;
      Files.writeString(
          PAGE, page.substring(0, rows) + expected + page.substring(rows + actual.length()));
      return;
    }
    assertThat(actual).as("the table of " + name + " in " + PAGE).isEqualTo(expected);
  }
}
