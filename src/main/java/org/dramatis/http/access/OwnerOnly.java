package org.dramatis.http.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Files that nobody but their owner may read or write. Where a file system knows no such
 * permissions, nothing is asked of them.
 */
public final class OwnerOnly {

  private static final Set<PosixFilePermission> OF_OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");
  private static final Set<PosixFilePermission> OF_OWNER =
      PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** What is to be said against a file or its permissions, if anything. */
  public static Optional<String> complaint(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      // Whoever took its permissions from a folder such as /tmp would do harm.
      return Optional.of(file + " is a folder, not a file");
    }
    Optional<PosixFileAttributeView> view =
        Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
    if (view.isEmpty()
        || view.get().readAttributes().permissions().stream().noneMatch(OF_OTHERS::contains)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s is open to others than its owner; say: chmod 600 %s".formatted(file, file));
  }

  /** Makes a file that is the owner's alone from its first moment. */
  static void create(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createFile(
        file,
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OF_OWNER)}
            : new FileAttribute<?>[0]);
  }
}
