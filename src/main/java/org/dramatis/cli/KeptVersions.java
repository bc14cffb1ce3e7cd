package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dramatis.history.Releases;
import org.dramatis.log.LogFiles;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.settings.Settings;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;
import picocli.CommandLine.Model.CommandSpec;

/** The versions that a command is about: those of a folder of data, or what the project makes. */
final class KeptVersions {

  private KeptVersions() {}

  /**
   * Something that is done with the versions.
   *
   * @param <T> what comes out
   */
  @FunctionalInterface
  interface Use<T> {
    /** Does it. */
    T with(History history) throws IOException;
  }

  /** Opens them, does something, and closes them. A folder must be there already. */
  static <T> T use(CommandSpec command, Project project, Console console, Use<T> use)
      throws IOException {
    Settings settings = SettingOptions.settings(command, project.home());
    Optional<Path> folder = settings.data();
    if (folder.isEmpty()) {
      return use.with(project.unchecked().history());
    }
    if (!LogFiles.isIn(folder.get().resolve(DataFolder.LOG))) {
      throw CommandFailedException.misuse("%s is not a folder of data".formatted(folder.get()));
    }
    try (Keeping keeping = Keeping.of(settings, console)) {
      return use.with(keeping.history());
    }
  }

  /** The version that somebody names. */
  static Version named(String text, History history) {
    VersionName name =
        VersionName.parse(text)
            .orElseThrow(() ->
                CommandFailedException.misuse(
                    "'%s' is no version: name it by its number, its identity or its release"
                        .formatted(text)));
    return new Releases(history)
        .version(name)
        .orElseThrow(() ->
            CommandFailedException.notFine(
                "there is no version %s; the newest is %s"
                    .formatted(name, history.store().version())));
  }
}
