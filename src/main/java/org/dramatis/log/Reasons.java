package org.dramatis.log;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.apache.jena.atlas.RuntimeIOException;

/** What an operating system says when it refuses something. */
final class Reasons {

  private Reasons() {}

  /** The exception that an input or output of Jena's wraps, or the exception itself. */
  static IOException io(Exception thrown) {
    return switch (thrown) {
      case IOException failed -> failed;
      case RuntimeIOException wrapper when wrapper.getCause() instanceof IOException failed ->
          failed;
      default -> new IOException(thrown);
    };
  }

  /** In words for a person; the file is named beside it. */
  static String of(IOException failed) {
    return switch (failed) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it does not exist";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(failed.getMessage());
    };
  }

  /** Whether there is no more room on the disk, or in what one may use of it. */
  static boolean isFull(IOException failed) {
    String reason = of(failed).toLowerCase(Locale.ROOT);
    return reason.contains("no space left") || reason.contains("quota");
  }
}
