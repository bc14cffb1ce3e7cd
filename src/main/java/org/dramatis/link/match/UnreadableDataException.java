package org.dramatis.link.match;

/** Data that cannot be read, and where. */
public final class UnreadableDataException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableDataException(long line, String what) {
    super("line %d: %s".formatted(line, what));
  }

  UnreadableDataException(String what) {
    super(what);
  }
}
