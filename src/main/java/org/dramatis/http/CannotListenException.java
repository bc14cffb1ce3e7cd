package org.dramatis.http;

import java.io.IOException;
import java.io.Serial;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Objects;

/** The server cannot listen where it was told to. */
public final class CannotListenException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  private CannotListenException(String reason, Exception cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** Explains a failure to start. */
  static CannotListenException because(Exception failed, String host, int port) {
    Throwable cause = failed;
    while (!(cause instanceof BindException || cause instanceof UnknownHostException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new CannotListenException(
        cause instanceof UnknownHostException
            ? "there is no host '%s'".formatted(host)
            : "cannot listen on port %d of %s: %s"
                .formatted(
                    port, host, Objects.requireNonNullElse(cause.getMessage(), cause.toString())),
        failed);
  }

  /** Why not, in a line. */
  public String reason() {
    return reason;
  }
}
