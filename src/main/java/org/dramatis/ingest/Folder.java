package org.dramatis.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/**
 * A folder of the project, whose files problems call by their path below the project.
 *
 * @param project the folder that holds {@code ontology} and {@code seeds}
 * @param path the folder's own path below it
 */
record Folder(Path project, String path) {

  /** The files with this ending, sorted by name so that the order is the same everywhere. */
  Outcome<List<String>> files(String ending) {
    Path folder = project.resolve(path);
    if (!Files.isDirectory(folder)) {
      return Outcome.refused(new Problem.Unreadable(Place.of(path), "there is no such folder"));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return Outcome.of(
          entries
              .filter(Files::isRegularFile)
              .map(file -> path + "/" + file.getFileName())
              .filter(name -> name.endsWith(ending))
              .sorted()
              .toList());
    } catch (IOException unreadable) {
      return Outcome.refused(
          new Problem.Unreadable(Place.of(path), String.valueOf(unreadable.getMessage())));
    }
  }

  /** Reads each of these files, adds what is wrong to the problems, and returns the rest. */
  List<Document> documents(List<String> names, List<Problem> problems) {
    List<Document> documents = new ArrayList<>();
    for (String name : names) {
      switch (Document.of(name, project.resolve(name))) {
        case Outcome.Ok<Document> ok -> documents.add(ok.value());
        case Outcome.Refused<Document> refused -> problems.addAll(refused.problems());
      }
    }
    return documents;
  }
}
