package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How far a linking has come is told on one line, and only where somebody looks. */
final class LinkProgressTest {

  private static String told(boolean shown) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (LinkProgress progress =
        new LinkProgress(new PrintStream(err, true, StandardCharsets.UTF_8), shown)) {
      for (int i = 0; i <= 1000; i++) {
        progress.at("round 1", i, 1000);
      }
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nothingIsToldWithoutATerminal() {
    assertThat(told(false)).isEmpty();
  }

  @Test
  void aTerminalIsNotToldEveryStepAndIsLeftWithAnEmptyLine() {
    assertThat(told(true)).hasSizeLessThan(1000).endsWith("\r\u001B[K").doesNotContain("\n");
  }

  @Test
  void theBarIsFullAtTheEndAndEmptyWhereThereIsNothingToDo() {
    assertThat(LinkProgress.line("round 1", 1000, 1000))
        .isEqualTo("[####################] 100 %, round 1: 1,000 of 1,000");
    assertThat(LinkProgress.line("round 2", 0, 0))
        .isEqualTo("[....................]   0 %, round 2: 0 of 0");
    assertThat(LinkProgress.line("index", 1, 2)).startsWith("[##########..........]  50 %, index");
  }
}
