package org.dramatis.log;

import java.nio.file.Path;
import org.dramatis.model.Version;

/** Why a log cannot be opened, read or written. */
public sealed interface LogFault {

  /** What an operator should know, and do. */
  String message();

  /** What a client is told, who is not to learn where files are. */
  default String forClients() {
    return switch (this) {
      case NotWritten written when written.full() ->
          "there is no space left on the server; nothing was changed";
      case NotWritten _ -> "the change could not be written; nothing was changed";
      case Uncertain _ ->
          "whether the last change is kept is known only after a restart of the server; until then"
              + " nothing is written";
      case Broken _, Inaccessible _, InUse _ -> "a version of the data cannot be read";
    };
  }

  /** Another process has the folder. */
  record InUse(Path folder, String holder) implements LogFault {
    @Override
    public String message() {
      return "%s is in use by process %s; stop that one first, or name another folder"
          .formatted(folder, holder);
    }
  }

  /** The record of changes was altered, or lost something in its middle. */
  record Broken(Path file, long offset, Version expected, String why) implements LogFault {
    @Override
    public String message() {
      return ("the log is broken in %s at byte %d, where version %s stands: %s. Nothing was changed;"
              + " restore the folder from a backup")
          .formatted(file, offset, expected, why);
    }
  }

  /** A file or folder cannot be read or made. */
  record Inaccessible(Path path, String why) implements LogFault {
    @Override
    public String message() {
      return "%s cannot be used: %s".formatted(path, why);
    }
  }

  /** A change could not be written down; it is as if it had never been. */
  record NotWritten(Path file, boolean full, String why) implements LogFault {
    @Override
    public String message() {
      return full
          ? "there is no space left for %s; nothing was changed".formatted(file)
          : "%s could not be written: %s; nothing was changed".formatted(file, why);
    }
  }

  /**
   * Nobody can tell whether the last change will still be there after a loss of power. The log
   * takes no further change until it has been opened anew.
   */
  record Uncertain(Path file, String why) implements LogFault {
    @Override
    public String message() {
      return ("%s could not be forced to the disk: %s. Whether the last change is kept is known only"
              + " after a restart; until then nothing is written")
          .formatted(file, why);
    }
  }
}
