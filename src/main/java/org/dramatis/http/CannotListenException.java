package org.dramatis.http;

import java.io.IOException;
import java.io.Serial;

/** The server cannot listen where it was told to. */
public final class CannotListenException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  CannotListenException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** Why not, in a line. */
  public String reason() {
    return reason;
  }
}
