package org.dramatis.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;

/** The files of the project in which its rules are written. */
final class RuleFiles {

  /** What the IRI of every shape begins with. */
  static final String SHAPE = Namespaces.BASE + "shape/";

  static final Path SHAPES = Path.of("ontology/shapes");
  static final Path CHECKS = Path.of("ontology/checks");

  private RuleFiles() {}

  /** The names of all rules, which are those of their files without the ending. */
  static Stream<String> names() {
    return Stream.concat(in(SHAPES, ".ttl"), in(CHECKS, ".rq")).map(RuleFiles::name);
  }

  /** The name of the rule in a file. */
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("[.][a-z]+$", "");
  }

  /** What was read, or a failure that says why it could not be. */
  static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value) -> value;
      case Outcome.Refused<T>(List<Problem> problems) ->
          throw new AssertionError(problems.stream().map(Problem::message).toList().toString());
    };
  }

  /** The files of a folder with the given ending, in the order of their names. */
  static Stream<Path> in(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
