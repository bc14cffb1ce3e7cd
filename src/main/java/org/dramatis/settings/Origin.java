package org.dramatis.settings;

import java.nio.file.Path;

/** Where a setting was made, the strongest last: a flag wins over all others. */
public sealed interface Origin {

  /** Nobody set it. */
  record Default() implements Origin {

    @Override
    public String toString() {
      return "default";
    }
  }

  /** A line of the settings file. */
  record Line(Path file, int number) implements Origin {

    @Override
    public String toString() {
      return "%s:%d".formatted(file, number);
    }
  }

  /** A variable of the environment. */
  record Variable(String name) implements Origin {

    @Override
    public String toString() {
      return "environment variable " + name;
    }
  }

  /** An option of the command line. */
  record Flag(String name) implements Origin {

    @Override
    public String toString() {
      return "option " + name;
    }
  }
}
