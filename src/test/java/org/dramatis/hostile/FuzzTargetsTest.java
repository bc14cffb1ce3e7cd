package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.http.ParametersTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gives every target of the fuzzer the inputs from which {@code src/fuzz/run} begins. */
class FuzzTargetsTest {

  private static final Path SEEDS = Path.of("src/test/resources/org/dramatis/hostile/fuzz");

  @FunctionalInterface
  private interface Target {
    void accept(byte[] data) throws IOException;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("seeds")
  void holds(Path seed) throws IOException {
    byte[] data = Files.readAllBytes(SEEDS.resolve(seed));
    Target target = target(seed.getName(0).toString());
    assertThatCode(() -> target.accept(data)).doesNotThrowAnyException();
  }

  static List<Arguments> seeds() throws IOException {
    try (Stream<Path> files = Files.walk(SEEDS)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> Arguments.of(SEEDS.relativize(file)))
          .toList();
    }
  }

  private static Target target(String name) {
    return switch (name) {
      case "query" -> QueryTarget::accept;
      case "update" -> UpdateTarget::accept;
      case "rdf" -> RdfTarget::accept;
      case "parameters" -> ParametersTarget::accept;
      default -> throw new IllegalArgumentException("there is no target " + name);
    };
  }
}
