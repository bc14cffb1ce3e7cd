package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Turtle files of a project. */
final class TurtleFiles {

  private TurtleFiles() {}

  /** Every Turtle file below {@code ontology} and {@code seeds}, in order. */
  static List<Path> below(Path project) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("ontology", "seeds")) {
      try (Stream<Path> tree = Files.walk(project.resolve(folder))) {
        tree.filter(file -> file.toString().endsWith(".ttl")).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
