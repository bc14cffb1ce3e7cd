package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class CheckTimeTest {

  @TempDir private Path folder;

  /** A limit of so many milliseconds and almost one more, of which a timer may know nothing. */
  private static final class Limit implements Allowance {
    private final long end = System.nanoTime() + Duration.ofNanos(20_990_000).toNanos();

    @Override
    public void take(long bytes) {
      if (left().isNegative()) {
        throw new OverException();
      }
    }

    @Override
    public Duration left() {
      return Duration.ofNanos(end - System.nanoTime());
    }
  }

  private static final class OverException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }

  @RepeatedTest(20)
  void aCheckThatIsStoppedByItsTimeIsToldByWhomThatTimeIs() throws Exception {
    String numbers =
        IntStream.range(0, 300).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    Path file =
        Files.writeString(
            folder.resolve("endless.rq"),
            """
            # Nothing is found
            # after a long time.
            SELECT ?a {
              VALUES ?a { %1$s } VALUES ?b { %1$s } VALUES ?c { %1$s }
              FILTER(?a + ?b + ?c < 0)
            }
            """
                .formatted(numbers));
    Origins origins = Origins.of("endless.rq", List.of(), List.of());
    Check check = ((Outcome.Ok<Check>) Check.load("endless.rq", file)).value();

    assertThatThrownBy(() -> check.problems(DatasetGraphFactory.empty(), origins, new Limit()))
        .isInstanceOf(OverException.class);
  }
}
