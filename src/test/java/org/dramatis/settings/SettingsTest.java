package org.dramatis.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final Path HOME = Path.of("home");
  private static final Settings DEFAULTS = Settings.of(HOME);

  @Test
  void theDefaultsAreSafe() {
    assertThat(DEFAULTS.listen().host()).isEqualTo("localhost");
    assertThat(DEFAULTS.listen().port()).isEqualTo(3030);
    assertThat(DEFAULTS.listen().behindProxy()).isFalse();
    assertThat(DEFAULTS.access().tokens()).isEmpty();
    assertThat(DEFAULTS.access().serviceAllow()).isEmpty();
    assertThat(DEFAULTS.limits().time()).isEqualTo(Duration.ofSeconds(30));
    assertThat(DEFAULTS.limits().memory()).isBetween(1L, Runtime.getRuntime().maxMemory() / 2);
    assertThat(DEFAULTS.queryFolders()).containsExactly(Path.of("home", "queries"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "port, -1",
        "port, 65536",
        "port, 3030x",
        "host, \"\"",
        "host, local host",
        "time-limit, 0",
        "time-limit, -1",
        "time-limit, 86401",
        "time-limit, 1e3",
        "time-limit, NaN",
        "running, 0",
        "running, many",
        "max-rows, -1",
        "max-upload, 0",
        "max-upload, 10X",
        "query-memory, 101%",
        "tokens, \"\"",
        "behind-proxy, yes",
        "log-format, JSON",
        "service-allow, ftp://example.org/",
        "service-allow, http://user@example.org/",
        "service-allow, private:ftp://example.org/",
        "service-allow, private:private:http://localhost:1/",
        "drain, ''"
      })
  void aValueThatCannotBeIsRefusedByName(String key, String value) {
    Given given =
        Given.defaults().with(Key.named(key).orElseThrow(), value, new Origin.Flag("--" + key));

    assertThatThrownBy(() -> Settings.of(HOME, given))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("%s: '%s' is not ", key, value)
        .hasMessageEndingWith("(option --%s)", key);
  }

  @ParameterizedTest
  @CsvSource({"tls-password-file, tls-keystore", "tls-keystore, tls-password-file"})
  void aSettingThatIsNothingWithoutAnotherIsRefusedByBothNames(String key, String missing) {
    Given given =
        Given.defaults().with(Key.named(key).orElseThrow(), "f", new Origin.Flag("--" + key));

    assertThatThrownBy(() -> Settings.of(HOME, given))
        .isInstanceOf(BadSettingException.class)
        .hasMessage("%s is nothing without %s, which is not set (option --%s)", key, missing, key);
  }

  @ParameterizedTest
  @CsvSource({"500, 500", "500k, 512000", "64M, 67108864", "1.5G, 1610612736"})
  void aSizeMayHaveAUnit(String text, long bytes) {
    Given given = Given.defaults().with(Key.MAX_UPLOAD, text, new Origin.Default());

    assertThat(Settings.of(HOME, given).limits().upload()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"30, PT30S", "0.5, PT0.5S", "0.001, PT0.001S"})
  void aDurationIsInSecondsWithFractions(String text, Duration time) {
    Given given = Given.defaults().with(Key.TIME_LIMIT, text, new Origin.Default());

    assertThat(Settings.of(HOME, given).limits().time()).isEqualTo(time);
  }
}
