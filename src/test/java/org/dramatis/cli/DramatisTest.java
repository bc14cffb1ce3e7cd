package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DramatisTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine commandLine = Dramatis.commandLine();
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }

  @Test
  void versionNamesTheProgramAndANumber() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("Dramatis \\d+\\.\\d+\\.\\d+\\R");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpGoesToStandardOutput() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("--help", "--version");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aMissingCommandIsOneLineAndExitCodeTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("a command is missing");
  }

  @Test
  void aBadOptionIsOneLineAndExitCodeTwo() {
    assertThat(run("--no-such-option")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("--no-such-option");
    assertThat(out.toString()).isEmpty();
  }
}
