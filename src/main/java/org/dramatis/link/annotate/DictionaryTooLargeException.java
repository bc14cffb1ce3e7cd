package org.dramatis.link.annotate;

import java.io.Serial;

/** There are more names than there is room for. */
public final class DictionaryTooLargeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final long room;

  /** There is room for so many bytes. */
  DictionaryTooLargeException(long room) {
    super("all names together take more than the %,d bytes there are for them".formatted(room));
    this.room = room;
  }

  /** The room that there is, in bytes of the heap. */
  public long room() {
    return room;
  }
}
