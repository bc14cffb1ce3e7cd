package org.dramatis.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;
import org.dramatis.model.Version;

/**
 * A file of the log: records one behind the other, each the heading and the rows of an RDF Patch.
 * The name is the version of the first.
 *
 * @param path where it is
 */
record Segment(Path path) {

  private static final String SUFFIX = ".rdfp";
  private static final int HEADING_LIMIT = 16 << 20;

  /** What a disk writes at once; one of them that was never written reads as zeros. */
  private static final int SECTOR = 512;

  /** The file that begins with a version. */
  static Segment beginningWith(Path folder, Version version) {
    return new Segment(folder.resolve("%016d%s".formatted(version.number(), SUFFIX)));
  }

  /** Whether the file is one of those. */
  static boolean isOne(Path file) {
    return file.getFileName().toString().matches("\\d{16}\\.rdfp");
  }

  /** The version that its first record has, or would have. */
  Version first() {
    String name = path.getFileName().toString();
    return new Version(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
  }

  /** Where a record was found: its heading and where its rows begin and the record ends. */
  record Found(Heading heading, long rows, long end) {}

  /**
   * The record at an offset; empty if the file ends within it.
   *
   * @throws DamagedException if it is not what was written there
   */
  Optional<Found> find(long offset) throws IOException, DamagedException {
    try (InputStream in = new BufferedInputStream(open(offset))) {
      Optional<byte[]> lines = headingLines(in);
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      Heading heading = HeadingText.read(lines.get());
      long rows = offset + lines.get().length;
      long end = rows + heading.length();
      return end > Files.size(path) ? Optional.empty() : Optional.of(new Found(heading, rows, end));
    }
  }

  /** All lines that begin with H; empty if the file ends with them or within one. */
  private static Optional<byte[]> headingLines(InputStream in)
      throws IOException, DamagedException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(512);
    for (int first = in.read(); first == 'H'; first = in.read()) {
      for (int next = first; next != '\n'; next = in.read()) {
        if (next < 0) {
          return Optional.empty();
        }
        if (lines.size() > HEADING_LIMIT) {
          throw new DamagedException("its heading has no end");
        }
        lines.write(next);
      }
      lines.write('\n');
      in.mark(1);
    }
    if (lines.size() == 0) {
      throw new DamagedException("there is no heading");
    }
    in.reset();
    return in.read() < 0 ? Optional.empty() : Optional.of(lines.toByteArray());
  }

  /** The rows of a record that was found. */
  InputStream rows(Found found) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(new BufferedInputStream(open(found.rows())))
        .setMaxCount(found.heading().length())
        .get();
  }

  /** Not a channel, for one closes when its thread is interrupted. */
  private InputStream open(long offset) throws IOException {
    InputStream in = new FileInputStream(path.toFile());
    try {
      in.skipNBytes(offset);
      return in;
    } catch (IOException failed) {
      in.close();
      throw failed;
    }
  }

  /** Whether there is a sector between offset and end that nothing was ever written to. */
  boolean hasHole(long offset) throws IOException {
    byte[] sector = new byte[SECTOR];
    try (InputStream in = new BufferedInputStream(open(offset - offset % SECTOR))) {
      for (int n = in.readNBytes(sector, 0, SECTOR); n > 0; n = in.readNBytes(sector, 0, SECTOR)) {
        if (isZero(sector, n)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isZero(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Moves all from an offset on into a file of its own beside this one, and tells which. */
  Path setAside(long offset) throws IOException {
    Path kept = path.resolveSibling(path.getFileName() + ".torn-at-" + offset);
    try (InputStream in = open(offset);
        FileOutputStream out = new FileOutputStream(kept.toFile())) {
      in.transferTo(out);
      out.getFD().sync();
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(offset);
      file.getFD().sync();
    }
    return kept;
  }
}
