package org.dramatis.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes: data on the output, everything that is said about it on the
 * error output.
 */
record Console(InputStream in, Output out, PrintStream err) {

  /** The process's own. */
  static Console system() {
    return new Console(System.in, new Output(new FileOutputStream(FileDescriptor.out)), System.err);
  }
}
