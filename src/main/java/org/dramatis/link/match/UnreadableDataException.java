package org.dramatis.link.match;

/** Data that cannot be read, and where. */
public final class UnreadableDataException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableDataException(String place, String what) {
    super("%s: %s".formatted(place, what));
  }

  UnreadableDataException(String what) {
    super(what);
  }
}
