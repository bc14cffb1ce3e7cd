package org.dramatis.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings together what was set: an option wins over a variable of the environment, which wins over
 * a line of the settings file, which wins over the default. Whatever names no setting is refused.
 */
public final class SettingsReader {

  /** The name of the file that is read from the project's folder when no other is named. */
  public static final String USUAL_FILE = "dramatis.conf";

  /** The variable that names another settings file. */
  public static final String FILE_VARIABLE = "DRAMATIS_SETTINGS";

  private static final String PREFIX = "DRAMATIS_";

  /** Some editors begin a file with it, unseen. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** Variables that mean something to the launcher or to the tests. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          FILE_VARIABLE,
          "DRAMATIS_JDKS",
          "DRAMATIS_JAVA_OPTS",
          "DRAMATIS_JAR",
          "DRAMATIS_ARTICLE",
          "DRAMATIS_SUITES");

  private final Path home;
  private final Map<String, String> environment;

  /** Reads for a project in this folder, in this environment. */
  public SettingsReader(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Everything that was set.
   *
   * @param file the settings file that an option names
   * @param options the values of the options that were given
   */
  public Given read(Optional<Path> file, Map<Key, String> options) throws IOException {
    Given given = Given.defaults();
    Optional<Path> named =
        file.or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of));
    Path usual = home.resolve(USUAL_FILE);
    if (named.isPresent()) {
      given = withLines(given, named.get());
    } else if (Files.exists(usual)) {
      given = withLines(given, usual);
    }
    given = withEnvironment(given);
    for (Map.Entry<Key, String> option : options.entrySet()) {
      Key key = option.getKey();
      given = given.with(key, option.getValue(), new Origin.Flag(key.flag()));
    }
    return given;
  }

  private static Given withLines(Given before, Path file) throws IOException {
    Given given = before;
    Map<Key, Integer> seen = new EnumMap<>(Key.class);
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Origin.Line here = new Origin.Line(file, i + 1);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int sign = line.indexOf('=');
      if (sign < 0) {
        throw new BadSettingException("%s: expected: name = value".formatted(here));
      }
      String name = line.substring(0, sign).strip();
      Key key = Key.named(name).orElseThrow(() -> unknown(here + ": ", name, keys()));
      Integer first = seen.putIfAbsent(key, here.number());
      if (first != null) {
        throw new BadSettingException(
            "%s: %s is set twice, first in line %d".formatted(here, name, first));
      }
      given = given.with(key, line.substring(sign + 1).strip(), here);
    }
    return given;
  }

  private static List<String> lines(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadSettingException("the settings file %s is a folder".formatted(file));
    }
    try {
      String text = Files.readString(file);
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    } catch (NoSuchFileException missing) {
      throw new BadSettingException("there is no settings file " + file);
    } catch (CharacterCodingException malformed) {
      throw new BadSettingException(file + " is not in UTF-8");
    }
  }

  private Given withEnvironment(Given before) {
    Given given = before;
    for (Map.Entry<String, String> each : new TreeMap<>(environment).entrySet()) {
      String name = each.getKey();
      if (name.startsWith(PREFIX) && !OF_OTHERS.contains(name)) {
        Key key =
            Stream.of(Key.values())
                .filter(candidate -> candidate.variable().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("environment variable ", name, variables()));
        given = given.with(key, each.getValue(), new Origin.Variable(name));
      }
    }
    return given;
  }

  private static List<String> keys() {
    return Stream.of(Key.values()).map(Key::key).toList();
  }

  private static List<String> variables() {
    return Stream.concat(Stream.of(Key.values()).map(Key::variable), OF_OTHERS.stream())
        .sorted()
        .toList();
  }

  private static BadSettingException unknown(String where, String name, List<String> known) {
    String hint =
        Nearest.of(name, known)
            .map("; did you mean %s?"::formatted)
            .orElse("; `dramatis settings` lists those there are");
    return new BadSettingException("%s%s names no setting%s".formatted(where, name, hint));
  }
}
