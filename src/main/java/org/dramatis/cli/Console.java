package org.dramatis.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes: data on the output, everything that is said about it on the
 * error output.
 */
record Console(InputStream in, PrintStream out, PrintStream err) {

  /** The process's own. */
  static Console system() {
    return new Console(System.in, System.out, System.err);
  }
}
