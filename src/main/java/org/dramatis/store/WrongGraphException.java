package org.dramatis.store;

import java.io.Serial;

/** Something was to be written to a graph that cannot be written. */
public final class WrongGraphException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  WrongGraphException(String reason) {
    super(reason);
  }
}
