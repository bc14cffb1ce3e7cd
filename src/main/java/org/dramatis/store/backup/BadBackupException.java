package org.dramatis.store.backup;

import java.io.IOException;

/** A file is no backup, or not the one that was made. */
public final class BadBackupException extends IOException {

  private static final long serialVersionUID = 1L;

  BadBackupException(String message) {
    super(message);
  }
}
