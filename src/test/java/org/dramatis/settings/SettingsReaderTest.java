package org.dramatis.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  @TempDir private Path home;

  @Test
  void anOptionWinsOverTheEnvironmentThatOverTheFileThatOverTheDefault() throws IOException {
    Path file = write("# ours", "", "port = 1", "time-limit=2", "  running =  3  ", "max-rows = 4");
    Map<String, String> environment =
        Map.of("DRAMATIS_TIME_LIMIT", "20", "DRAMATIS_RUNNING", "30", "PATH", "/bin");

    Given given =
        new SettingsReader(home, environment).read(Optional.empty(), Map.of(Key.RUNNING, "300"));

    assertThat(given.of(Key.HOST)).isEqualTo(new Given.Value("localhost", new Origin.Default()));
    assertThat(given.of(Key.PORT)).isEqualTo(new Given.Value("1", new Origin.Line(file, 3)));
    assertThat(given.of(Key.TIME_LIMIT))
        .isEqualTo(new Given.Value("20", new Origin.Variable("DRAMATIS_TIME_LIMIT")));
    assertThat(given.of(Key.RUNNING))
        .isEqualTo(new Given.Value("300", new Origin.Flag("--running")));
    assertThat(given.of(Key.MAX_ROWS).text()).isEqualTo("4");
  }

  @Test
  void aNamedFileIsReadInsteadOfTheUsualOne() throws IOException {
    write("port = 1");
    Path other = Files.writeString(home.resolve("other.conf"), "running = 7\n");

    Given byOption = new SettingsReader(home, Map.of()).read(Optional.of(other), Map.of());
    Given byVariable =
        new SettingsReader(home, Map.of("DRAMATIS_SETTINGS", other.toString()))
            .read(Optional.empty(), Map.of());

    assertThat(byOption.of(Key.PORT).text()).isEqualTo("3030");
    assertThat(byOption.of(Key.RUNNING).text()).isEqualTo("7");
    assertThat(byVariable.of(Key.RUNNING).text()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timelimit = 3         | dramatis.conf:1: timelimit names no setting; did you mean time-limit?
          Port = 3              | dramatis.conf:1: Port names no setting; did you mean port?
          something-else = 3    | dramatis.conf:1: something-else names no setting; `dramatis settings` lists
          port                  | dramatis.conf:1: expected: name = value
          port = 1~port = 1     | dramatis.conf:2: port is set twice, first in line 1
          port = x              | port: 'x' is not a number from 0 to 65535
          port = x              | dramatis.conf:1)
          tokens =              | tokens: '' is not the name of a file
          """)
  void aBadLineIsRefusedByNameAndPlace(String lines, String expected) throws IOException {
    write(lines.split("~", -1));

    assertThatThrownBy(() ->
            Settings.of(home, new SettingsReader(home, Map.of()).read(Optional.empty(), Map.of())))
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void anUnknownVariableIsRefusedByName() {
    SettingsReader reader = new SettingsReader(home, Map.of("DRAMATIS_TIMELIMIT", "3"));

    assertThatThrownBy(() -> reader.read(Optional.empty(), Map.of()))
        .isInstanceOf(BadSettingException.class)
        .hasMessage(
            "environment variable DRAMATIS_TIMELIMIT names no setting;"
                + " did you mean DRAMATIS_TIME_LIMIT?");
  }

  @Test
  void theVariablesOfTheLauncherAreNoSettings() throws IOException {
    SettingsReader reader = new SettingsReader(home, Map.of("DRAMATIS_JAVA_OPTS", "-Xmx2g"));

    assertThat(reader.read(Optional.empty(), Map.of()).of(Key.PORT).text()).isEqualTo("3030");
  }

  @Test
  void aFileThatIsNotThereOrNotTextIsRefused() throws IOException {
    SettingsReader reader = new SettingsReader(home, Map.of());
    Path latin =
        Files.write(home.resolve("latin.conf"), "# é".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> reader.read(Optional.of(home.resolve("none.conf")), Map.of()))
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining("there is no settings file");
    assertThatThrownBy(() -> reader.read(Optional.of(latin), Map.of()))
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining("latin.conf is not in UTF-8");
  }

  @Test
  void aFolderIsRefusedByItsName() {
    SettingsReader reader = new SettingsReader(home, Map.of());

    assertThatThrownBy(() -> reader.read(Optional.of(home), Map.of()))
        .isInstanceOf(BadSettingException.class)
        .hasMessage("the settings file %s is a folder", home);
  }

  @Test
  void whatAnEditorPutsUnseenBeforeTheFirstLineIsNoPartOfAName() throws IOException {
    write("\ufefftime-limit = 3", "\ufeffport = 1");

    assertThatThrownBy(() -> new SettingsReader(home, Map.of()).read(Optional.empty(), Map.of()))
        .hasMessageContaining("dramatis.conf:2: ");
    write("\ufefftime-limit = 3");
    assertThat(
            new SettingsReader(home, Map.of())
                .read(Optional.empty(), Map.of())
                .of(Key.TIME_LIMIT)
                .text())
        .isEqualTo("3");
  }

  @Test
  void everySettingIsDocumentedWithItsDefault() throws IOException {
    String page = Files.readString(Path.of("docs", "operators.md"));
    Matcher rows = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (?:`([^`]*)`)? *\\|").matcher(page);
    List<String> documented =
        rows.results().map(row -> row.group(1) + "=" + row.group(2)).sorted().toList();

    assertThat(documented)
        .isEqualTo(
            Stream.of(Key.values())
                .map(key -> key.key() + "=" + (key.byDefault().isEmpty() ? null : key.byDefault()))
                .sorted()
                .toList());
    assertThat(new TreeSet<>(documented)).hasSameSizeAs(documented);
  }

  private Path write(String... lines) throws IOException {
    return Files.write(home.resolve(SettingsReader.USUAL_FILE), List.of(lines));
  }
}
