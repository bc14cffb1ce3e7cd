package org.dramatis.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.model.Version;

/** Reads all files of a log from the first record to the last, each against the one before it. */
final class Segments {

  /** A file ends within a record, which therefore was never acknowledged. */
  record Torn(Segment segment, long offset, Version version) {}

  /** Where the record of a version begins. */
  record Place(Version version, Segment segment, long offset) {}

  private final Path folder;
  private final boolean everything;
  private final List<Place> places = new ArrayList<>();
  private final List<LogFiles.Part> parts = new ArrayList<>();
  private Optional<Heading> last = Optional.empty();
  private Optional<Torn> torn = Optional.empty();

  /**
   * Reads the files of a folder.
   *
   * @param everything whether all rows are compared with their digests; if not, those of the newest
   *     file are, and the others when they are asked for
   * @throws LogException if something is missing or was altered
   */
  Segments(Path folder, boolean everything) throws IOException {
    this.folder = folder;
    this.everything = everything;
    List<Segment> segments = list();
    for (Segment segment : segments) {
      long end = read(segment, segment.equals(segments.getLast()));
      parts.add(new LogFiles.Part(segment.path(), end));
    }
  }

  private List<Segment> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Segment::isOne).sorted().map(Segment::new).toList();
    }
  }

  /** Reads a file, and tells where its last record ends. */
  private long read(Segment segment, boolean newest) throws IOException {
    if (!segment.first().equals(expected())) {
      throw broken(segment, 0, "the file that begins with it is missing");
    }
    long size = Files.size(segment.path());
    long offset = 0;
    while (offset < size) {
      try {
        Optional<Segment.Found> found = segment.find(offset);
        if (found.isEmpty()) {
          tear(segment, offset, newest, "the file ends within the record");
          return offset;
        }
        Chain.requireFollows(last, found.get().heading());
        if (everything || newest) {
          Rows.check(found.get().heading(), segment.rows(found.get()));
        }
        places.add(new Place(expected(), segment, offset));
        last = Optional.of(found.get().heading());
        offset = found.get().end();
      } catch (DamagedException damaged) {
        tear(segment, offset, newest && segment.hasHole(offset), damaged.why());
        return offset;
      }
    }
    return offset;
  }

  /** Only what was being written when all stopped may be unfinished. */
  private void tear(Segment segment, long offset, boolean unfinished, String why) {
    if (!unfinished) {
      throw broken(segment, offset, why);
    }
    torn = Optional.of(new Torn(segment, offset, expected()));
  }

  private LogException broken(Segment segment, long offset, String why) {
    return new LogException(new LogFault.Broken(segment.path(), offset, expected(), why));
  }

  private Version expected() {
    return last.map(Heading::version).orElse(Version.NONE).next();
  }

  /** Where the records are, that of version 1 first. */
  List<Place> places() {
    return places;
  }

  /** What of each file is whole. */
  List<LogFiles.Part> parts() {
    return parts;
  }

  /** What is said of the newest record. */
  Optional<Heading> last() {
    return last;
  }

  /** What the last writer did not finish. */
  Optional<Torn> torn() {
    return torn;
  }
}
