package org.dramatis.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that is read as long as somebody reads it, and then closed and deleted, if another has
 * taken its place.
 */
final class Base {

  private static final Logger LOG = LoggerFactory.getLogger(Base.class);

  private final Path path;
  private final TdbStore store;
  private int readers;
  private boolean retired;

  /** The database in a folder. */
  Base(Path path, TdbStore store) {
    this.path = path;
    this.store = store;
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /** The database, while it is held or in its place. */
  TdbStore store() {
    return store;
  }

  /** Keeps it open; false if it is too late for that. */
  synchronized boolean hold() {
    if (retired) {
      return false;
    }
    readers++;
    return true;
  }

  /** Ends what {@link #hold} began. */
  void release() {
    boolean last;
    synchronized (this) {
      readers--;
      last = retired && readers == 0;
    }
    if (last) {
      delete();
    }
  }

  /** Nobody begins to read it any more. */
  void retire() {
    boolean unread;
    synchronized (this) {
      retired = true;
      unread = readers == 0;
    }
    if (unread) {
      delete();
    }
  }

  private void delete() {
    store.close();
    try {
      PathUtils.deleteDirectory(path);
    } catch (IOException | UncheckedIOException failed) {
      LOG.warn("{} is not needed any more, and cannot be deleted: {}", path, failed.getMessage());
    }
  }
}
