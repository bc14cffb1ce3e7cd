package org.dramatis.query.federation;

import java.io.Serial;

/** Another endpoint was not asked, or gave no answer that can be used. */
public final class RemoteFailedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean refused;

  private RemoteFailedException(boolean refused, String reason) {
    super(reason);
    this.refused = refused;
  }

  /** The endpoint is not one that is asked from here. */
  public static RemoteFailedException refused(String reason) {
    return new RemoteFailedException(true, reason);
  }

  /** The endpoint was asked and failed. */
  public static RemoteFailedException failed(String reason) {
    return new RemoteFailedException(false, reason);
  }

  /** Whether it was this side that would not. */
  public boolean isRefused() {
    return refused;
  }

  /** The reason as a clause. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
