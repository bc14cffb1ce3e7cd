package org.dramatis.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/** A stream that remembers why it could not be written, which a {@link PrintStream} forgets. */
final class Output extends PrintStream {

  private final Target target;

  /** Writes UTF-8 to the stream given. */
  Output(OutputStream stream) {
    this(new Target(stream));
  }

  private Output(Target target) {
    super(target, false, UTF_8);
    this.target = target;
  }

  /** Why not all has arrived; nothing is wrong when the reader had enough and went away. */
  Optional<IOException> failure() {
    flush();
    return target.failure.filter(failure -> !"Broken pipe".equals(failure.getMessage()));
  }

  private static final class Target extends FilterOutputStream {

    private Optional<IOException> failure = Optional.empty();

    Target(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException failed) {
        failure = Optional.of(failed);
        throw failed;
      }
    }
  }
}
