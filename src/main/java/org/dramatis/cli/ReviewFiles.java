package org.dramatis.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.dramatis.link.match.Review;

/** Reads and writes reviews; what persons have decided is never lost half-way. */
final class ReviewFiles {

  private ReviewFiles() {}

  /** The review that is there already, or an empty one. */
  static Review before(Optional<Path> file) throws IOException {
    return file.isPresent() && Files.exists(file.get()) ? read(file.get()) : new Review(List.of());
  }

  static Review read(Path file) throws IOException {
    try {
      return Review.read(LinkFiles.text(file));
    } catch (Review.UnreadableException unreadable) {
      throw CommandFailedException.notFine("%s, %s".formatted(file, unreadable.getMessage()));
    }
  }

  static void write(Path file, Review review) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(whole, review.write(), StandardCharsets.UTF_8);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
