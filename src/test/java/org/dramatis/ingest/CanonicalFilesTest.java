package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.Test;

/** Our own files, so that what a diff of them shows is a difference of meaning. */
class CanonicalFilesTest {

  @Test
  void ontologyAndSeedsAreInCanonicalForm() throws IOException {
    List<String> problems =
        Stream.concat(turtle("ontology"), turtle("seeds"))
            .flatMap(file -> problems(file).stream())
            .map(Problem::message)
            .toList();
    assertThat(problems).as("to be mended by ./dramatis format").isEmpty();
  }

  private static List<Problem> problems(Path file) {
    return switch (Document.of(file)) {
      case Outcome.Ok<Document>(Document document) -> CanonicalTurtle.verify(document);
      case Outcome.Refused<Document>(List<Problem> problems) -> problems;
    };
  }

  private static Stream<Path> turtle(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
      assertThat(found).as("Turtle files in %s", folder).isNotEmpty();
      return found.stream();
    }
  }
}
