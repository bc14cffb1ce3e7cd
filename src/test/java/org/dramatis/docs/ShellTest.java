package org.dramatis.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ShellTest {

  @Test
  void whatIsMissingFailsWhereNothingIsLeftOutAndIsPassedOverElsewhere() {
    assertThat(catchThrowable(() -> Shell.require(false, "a tool", true)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a tool");
    assertThat(catchThrowable(() -> Shell.require(false, "a tool", false)))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("a tool");
  }

  @Test
  void whatIsThereIsUsed() {
    assertThatCode(() -> Shell.require(true, "a tool", true)).doesNotThrowAnyException();
    assertThatCode(() -> Shell.require(true, "a tool", false)).doesNotThrowAnyException();
  }
}
