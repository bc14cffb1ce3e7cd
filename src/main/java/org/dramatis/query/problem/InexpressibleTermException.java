package org.dramatis.query.problem;

import java.io.Serial;

/** A row holds a term that the form of the answer cannot hold. */
public final class InexpressibleTermException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public InexpressibleTermException(String reason) {
    super(reason);
  }
}
