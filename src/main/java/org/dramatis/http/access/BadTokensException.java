package org.dramatis.http.access;

import java.io.Serial;

/** The file of tokens cannot be used, for a reason of one line. */
public final class BadTokensException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  BadTokensException(String reason) {
    super(reason);
    this.reason = reason;
  }

  BadTokensException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** What is wrong, and with which line. */
  public String reason() {
    return reason;
  }
}
