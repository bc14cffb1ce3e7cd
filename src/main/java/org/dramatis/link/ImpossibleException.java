package org.dramatis.link;

import java.io.Serial;

/** What was to become of an identifier cannot become of it; the message says why. */
public final class ImpossibleException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  ImpossibleException(String message) {
    super(message);
  }

  /** Why. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
