package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {

  @Test
  void aFullDiskIsSaidAndIsNoSuccess() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    assertThat(versionTo(failing("No space left on device"), said)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "dramatis: the output could not be written: No space left on device");
  }

  @Test
  void aReaderWhoHadEnoughIsNoFailure() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    assertThat(versionTo(failing("Broken pipe"), said)).isZero();
    assertThat(said.size()).isZero();
  }

  private static int versionTo(OutputStream out, ByteArrayOutputStream said) {
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    Console console = new Console(new ByteArrayInputStream(new byte[0]), new Output(out), err);
    return Dramatis.commandLine(console).execute("version");
  }

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(why);
      }
    };
  }
}
