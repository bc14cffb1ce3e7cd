package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** A line says how far a load is, how fast, and how long it will take. */
final class LoadProgressTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private LoadProgress progress(long total, boolean shown) {
    return new LoadProgress(new PrintStream(out, true), total, shown);
  }

  @Test
  void nothingIsSaidWhereNobodySitsInFrontOfIt() {
    try (LoadProgress progress = progress(1000, false)) {
      progress.file("a.nq", () -> 500);
      progress.statements(1 << 20);
      progress.phase("checking");
    }
    assertThat(out.size()).isZero();
  }

  @Test
  void whatIsLeftFollowsFromTheBytesOfAllFiles() {
    try (LoadProgress progress = progress(1000, false)) {
      progress.file("a.nq", () -> 200);
      progress.file("b.nq", () -> 50);
      progress.statements(5000);

      assertThat(progress.line(30))
          .isEqualTo(
              "[#####...............]  25 %, 1:30 left, 5,000 statements, 167 a second: b.nq");
    }
  }

  @Test
  void withoutASizeThereIsNoBar() {
    try (LoadProgress progress = progress(0, false)) {
      progress.file("-", () -> 50);
      progress.statements(5000);

      assertThat(progress.line(10)).isEqualTo("5,000 statements, 500 a second: -");
    }
  }

  @Test
  void aFileThatGrowsIsNeverMoreThanDone() {
    try (LoadProgress progress = progress(100, false)) {
      progress.file("a.nq", () -> 200);
      progress.statements(5000);

      assertThat(progress.line(10)).startsWith("[####################] 100 %, 0:00 left");
    }
  }
}
