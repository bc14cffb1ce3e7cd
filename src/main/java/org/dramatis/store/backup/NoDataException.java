package org.dramatis.store.backup;

import java.io.IOException;

/** What was named is not what it was taken for. */
public final class NoDataException extends IOException {

  private static final long serialVersionUID = 1L;

  NoDataException(String message) {
    super(message);
  }
}
