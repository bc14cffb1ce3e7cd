package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.settings.Given;
import org.dramatis.settings.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows every setting, and where it was made. */
@Command(
    name = "settings",
    description = "Prints the settings that are in force for serve, and where each was made.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SettingsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Prints them as JSON.")
  private boolean json;

  SettingsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Given given = SettingOptions.given(spec, project.home());
    // What could not be in force is refused as serve would.
    ListedEndpoints.check(SettingOptions.settings(project.home(), given), given);
    if (json) {
      printJson(given);
    } else {
      printTable(given);
    }
    return 0;
  }

  private void printTable(Given given) {
    PrintStream out = console.out();
    for (Key key : Key.values()) {
      Given.Value value = given.of(key);
      String amount = given.amount(key).map(" (%s)"::formatted).orElse("");
      String shown = value.text().isEmpty() ? "-" : value.text() + amount;
      out.printf("%-18s %-24s %s%n", key.key(), shown, value.origin());
    }
  }

  private void printJson(Given given) {
    JsonBuilder builder = JsonBuilder.create().startObject();
    for (Key key : Key.values()) {
      Given.Value value = given.of(key);
      builder.key(key.key()).startObject().pair("value", value.text());
      Optional<String> amount = given.amount(key);
      amount.ifPresent(number -> builder.pair("amount", Long.parseLong(number)));
      builder.pair("from", value.origin().toString()).finishObject();
    }
    console.out().println(builder.finishObject().build());
  }
}
