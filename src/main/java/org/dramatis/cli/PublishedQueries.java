package org.dramatis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.settings.Key;
import org.dramatis.settings.Settings;

/** The published queries of the project, and those that an operator adds. */
final class PublishedQueries {

  private PublishedQueries() {}

  /** All of them, or the end of the command with all that is wrong with them. */
  static Catalogue load(Settings settings) {
    requireFolder(settings);
    return Project.take(Catalogue.load(settings.queryFolders()));
  }

  /** Those that an operator adds, of which a project that is empty has no others. */
  static Catalogue loadOwn(Settings settings) {
    requireFolder(settings);
    return Project.take(Catalogue.load(settings.ownQueries().stream().toList()));
  }

  /** The one of a name. */
  static PublishedQuery find(Settings settings, String name) throws QueryFailedException {
    requireFolder(settings);
    return Project.take(Catalogue.find(settings.queryFolders(), name));
  }

  /** Ends the command if the folder of an operator cannot be read. */
  static void requireFolder(Settings settings) {
    for (Path folder : settings.ownQueries().stream().toList()) {
      if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
        throw CommandFailedException.misuse(
            "%s: the folder %s is missing or cannot be read".formatted(Key.QUERIES.key(), folder));
      }
    }
  }
}
