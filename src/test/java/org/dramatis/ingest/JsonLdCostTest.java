package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.Test;

class JsonLdCostTest {

  private static Document document(String text) {
    return new Document("f", Lang.JSONLD, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text of so many pieces, each of them with its number in it. */
  private static String pieces(int number, String piece) {
    return IntStream.range(0, number)
        .mapToObj(i -> piece.formatted(i))
        .collect(Collectors.joining(","));
  }

  private static void assertThatItIsTooCostly(String text) {
    assertThat(RdfReader.read(document(text)).problems())
        .singleElement()
        .isInstanceOfSatisfying(
            Problem.TooCostly.class,
            problem -> assertThat(problem.remedy()).contains("Turtle", "N-Quads"));
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    assertThatItIsTooCostly("[{\"x:p\":\"" + "a".repeat(JsonLdCost.MOST_CHARACTERS) + "\"}]");
  }

  @Test
  void aContextThatMakesAllNamesLongIsRefused() {
    assertThatItIsTooCostly(
        "{\"@context\":{\"a\":\"x:%s\"},\"@graph\":[%s]}"
            .formatted("x".repeat(10_000), pieces(2_000, "{\"@id\":\"a:%d\"}")));
  }

  @Test
  void tooManyValuesOfAPropertyAreRefusedHoweverTheyAreSaid() {
    assertThatItIsTooCostly("{\"@id\":\"x:s\",\"x:p\":[" + pieces(5_000, "%d") + "]}");
    assertThatItIsTooCostly("[" + pieces(5_000, "{\"@id\":\"x:s\",\"x:p\":%d}") + "]");
    assertThatItIsTooCostly("{\"@id\":\"x:s\",\"x:p\":{\"@list\":[" + pieces(5_000, "1") + "]}}");
  }

  @Test
  void manyNodesAreRead() {
    String text = "[" + pieces(10_000, "{\"@id\":\"x:s%d\",\"x:p\":[1,2]}") + "]";
    assertThat(RdfReader.read(document(text)).problems()).isEmpty();
  }

  @Test
  void whatTakesLongToExpandEndsWithItsTime() {
    String scoped =
        "{\"@context\":{\"a\":{\"@id\":\"x:a\",\"@context\":{%s}}},\"a\":[%s]}"
            .formatted(pieces(5_000, "\"t%d\":\"x:t\""), pieces(100_000, "{}"));
    long begun = System.nanoTime();
    Duration allowed = Duration.ofMillis(200);
    Allowance allowance =
        new Allowance() {
          @Override
          public void take(long bytes) {
            if (left().isNegative()) {
              throw new CancellationException();
            }
          }

          @Override
          public Duration left() {
            return allowed.minusNanos(System.nanoTime() - begun);
          }
        };

    assertThrows(CancellationException.class, () -> RdfReader.read(document(scoped), allowance));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(allowed.plusSeconds(2));
  }
}
