package org.dramatis.query;

import java.io.Serial;

/** A row holds a term that the form of the answer cannot hold. */
final class InexpressibleTermException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  InexpressibleTermException(String reason) {
    super(reason);
  }
}
