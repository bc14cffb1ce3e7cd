package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dramatis.model.Base;
import org.dramatis.settings.Given;
import org.dramatis.settings.Key;
import org.dramatis.settings.Settings;
import org.dramatis.settings.SettingsReader;
import org.dramatis.store.Settled;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command that takes settings: one for each of the table. */
final class SettingOptions {

  private static final String FILE_FLAG = "--settings";

  private SettingOptions() {}

  /** Lets the command take these. */
  static void addTo(CommandSpec command, Key... keys) {
    command.addOption(
        OptionSpec.builder(FILE_FLAG)
            .type(String.class)
            .arity("1")
            .paramLabel("FILE")
            .description(
                "The file of settings; by default %s in the project's folder, if there is one."
                    .formatted(SettingsReader.USUAL_FILE))
            .build());
    for (Key key : keys) {
      command.addOption(option(key));
    }
  }

  private static OptionSpec option(Key key) {
    String byDefault = key.byDefault().isEmpty() ? "" : " Default: " + key.byDefault() + ".";
    OptionSpec.Builder option =
        OptionSpec.builder(key.flag())
            .type(String.class)
            .paramLabel(key.placeholder())
            // The library takes the text for a format.
            .description((key.description() + byDefault).replace("%", "%%"));
    return key.isSwitch()
        ? option.arity("0..1").fallbackValue("true").build()
        : option.arity("1").build();
  }

  /** What is in force for a project: by options, environment, settings file or default. */
  static Given given(CommandSpec command, Path home) throws IOException {
    Map<Key, String> options = new EnumMap<>(Key.class);
    for (Key key : Key.values()) {
      value(command, key.flag()).ifPresent(value -> options.put(key, value));
    }
    Optional<Path> file = value(command, FILE_FLAG).map(Path::of);
    return new SettingsReader(home, System.getenv()).read(file, options);
  }

  /**
   * The settings of a project. What the command is about is named as they say from then on, so that
   * this is the first that a command does.
   */
  static Settings settings(CommandSpec command, Path home) throws IOException {
    return settings(home, given(command, home));
  }

  /** The same from what is in force. */
  static Settings settings(Path home, Given given) throws IOException {
    Settings settings = Settings.of(home, given);
    Base.choose(
        settings.base().isPresent() || settings.data().isEmpty()
            ? settings.base().orElse(Base.CANONICAL)
            : Settled.base(settings.data().get()));
    return settings;
  }

  private static Optional<String> value(CommandSpec command, String flag) {
    OptionSpec option = command.findOption(flag);
    return option != null && option.getValue() instanceof String value
        ? Optional.of(value)
        : Optional.empty();
  }
}
