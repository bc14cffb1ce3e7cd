package org.dramatis.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Settings DEFAULTS = Settings.of(Path.of("home"));

  @Test
  void theDefaultsAreSafe() {
    assertThat(DEFAULTS.host()).isEqualTo("localhost");
    assertThat(DEFAULTS.port()).isEqualTo(3030);
    assertThat(DEFAULTS.timeLimit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(DEFAULTS.queries()).isEqualTo(Path.of("home", "queries"));
  }

  @Test
  void eachSettingCanBeChangedByItself() {
    Settings changed = DEFAULTS.listeningOn("127.0.0.1", 0).within(Duration.ofMillis(1));

    assertThat(changed)
        .isEqualTo(new Settings(Path.of("home"), "127.0.0.1", 0, Duration.ofMillis(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void aPortThatCannotBeIsRefusedByName(int port) {
    assertThatThrownBy(() -> DEFAULTS.listeningOn("localhost", port))
        .isInstanceOf(BadSettingException.class)
        .hasMessage("port: '%d' is not a number from 0 to 65535", port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "local host ", " localhost"})
  void aHostThatCannotBeIsRefusedByName(String host) {
    assertThatThrownBy(() -> DEFAULTS.listeningOn(host, 0))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("host: ");
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT-1S", "PT25H"})
  void aTimeLimitThatIsNoneIsRefusedByName(Duration limit) {
    assertThatThrownBy(() -> DEFAULTS.within(limit))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("time limit: ");
  }
}
