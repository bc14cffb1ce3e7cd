package org.dramatis.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.history.Release;
import org.dramatis.history.Releases;
import org.dramatis.ingest.Allowance;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Writer;
import org.dramatis.model.Problem;
import org.dramatis.model.VersionName;
import org.dramatis.settings.Settings;
import org.dramatis.store.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a version of the data a name. */
@Command(
    name = "release",
    description = {
      "Gives a version of the data a name that it has for ever, such as 2026.1.",
      "No server may have the folder open; a server gives names by PUT /releases/NAME."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ReleaseCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Parameters(
      paramLabel = "NAME",
      description = "Letters, digits and . _ - which begin with a letter or digit; not a number.")
  private String name = "";

  @Option(
      names = "--of",
      paramLabel = "VERSION",
      description = "The version, by number or identity. Default: the newest.")
  private Optional<String> version = Optional.empty();

  @Option(names = "--message", paramLabel = "TEXT", description = "What it is for, in one line.")
  private Optional<String> message = Optional.empty();

  @Spec private CommandSpec spec;

  ReleaseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!VersionName.Released.isName(name)) {
      throw CommandFailedException.misuse(
          ("'%s' cannot be the name of a release: it begins with a letter or digit, has letters,"
                  + " digits and . _ - and at most 64 of them, and is neither a whole number nor"
                  + " 1.1 or 1.2")
              .formatted(name));
    }
    Settings settings = SettingOptions.settings(spec, project.home());
    if (settings.data().isEmpty()) {
      throw CommandFailedException.misuse("say with --data DIR which data is released");
    }
    Rules rules = Project.take(Rules.load(project.folder()));
    Release given = KeptVersions.use(spec, project, console, history -> give(history, rules));
    console.out().printf("%s\t%s\t%s%n", given.name(), given.version(), given.id());
    console.out().flush();
    return 0;
  }

  private Release give(History history, Rules rules) throws IOException {
    Optional<org.dramatis.model.Version> wanted =
        version.map(text -> KeptVersions.named(text, history));
    Releases.Outcome outcome =
        new Releases(history)
            .give(
                new VersionName.Released(name),
                wanted,
                message,
                Instant.now(),
                new Ingest(history.log(), history.store(), rules),
                Writer.PROJECT,
                Allowance.UNBOUNDED);
    return switch (outcome) {
      case Releases.Outcome.Given(Release release, Ingest.Result result) -> {
        if (result instanceof Ingest.Result.Refused(List<Problem> problems)) {
          throw CommandFailedException.of(problems);
        }
        yield release;
      }
      case Releases.Outcome.Taken(Release before) -> {
        if (wanted.isPresent() && !wanted.get().equals(before.version())) {
          throw CommandFailedException.notFine(
              "release %s is version %s, and always will be"
                  .formatted(before.name(), before.version()));
        }
        yield before;
      }
      case Releases.Outcome.NoVersion _ ->
          throw CommandFailedException.notFine("there is no version yet that could have a name");
    };
  }
}
