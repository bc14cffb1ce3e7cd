package org.dramatis.query.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/** The files of folders of published queries. */
final class QueryFiles {

  private static final String SUFFIX = ".rq";

  private QueryFiles() {}

  /**
   * All of them by topic and name. One that has the path of a file in a folder before is a problem,
   * for an address has one query.
   */
  static Map<String, Path> of(List<Path> folders, List<Problem> problems) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (Path file : below(folder, problems)) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        Path first = files.putIfAbsent(name.substring(0, name.length() - SUFFIX.length()), file);
        if (first != null) {
          problems.add(
              new Problem.Malformed(
                  Place.of(file.toString()),
                  "has the topic and the name of " + first,
                  "rename it; each query has an address of its own"));
        }
      }
    }
    return files;
  }

  /** What is hidden is left over from editors, or the works of a volume that is mounted. */
  private static List<Path> below(Path folder, List<Problem> problems) {
    try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return tree.filter(file -> file.toString().endsWith(SUFFIX))
          .filter(file -> !isHidden(folder.relativize(file)))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      problems.add(
          new Problem.Unreadable(
              Place.of(folder.toString()), "the folder of the queries cannot be listed"));
      return List.of();
    }
  }

  private static boolean isHidden(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .anyMatch(part -> part.toString().startsWith("."));
  }
}
