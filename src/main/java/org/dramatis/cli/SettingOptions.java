package org.dramatis.cli;

import org.dramatis.settings.Given;
import org.dramatis.settings.Key;
import org.dramatis.settings.Origin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command that takes settings: one for each of the table. */
final class SettingOptions {

  private SettingOptions() {}

  /** Lets the command take these. */
  static void addTo(CommandSpec command, Key... keys) {
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

  /** The defaults, and what was given on the command line instead. */
  static Given given(CommandSpec command) {
    Given given = Given.defaults();
    for (Key key : Key.values()) {
      OptionSpec option = command.findOption(key.flag());
      if (option != null && option.getValue() instanceof String value) {
        given = given.with(key, value, new Origin.Flag(key.flag()));
      }
    }
    return given;
  }
}
