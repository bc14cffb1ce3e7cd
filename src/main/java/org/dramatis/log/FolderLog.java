package org.dramatis.log;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.dramatis.log.Segments.Place;
import org.dramatis.log.Segments.Torn;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/**
 * A log in a folder of files that grow and are never changed otherwise. What {@link #append} has
 * returned is on the disk.
 */
public final class FolderLog implements ChangeLog {

  /** From which size on the next record goes into a file of its own. */
  private static final long FILE_SIZE = 16 << 20;

  private static final int BUFFER = 1 << 16;

  /** What is left of a disk, so that what is made from the log has room as well. */
  private static final long RESERVE = 64 << 20;

  /** How much more that takes of a change than the log, at most. */
  private static final long TIMES = 8;

  /**
   * What was found unfinished, and where it is now.
   *
   * @param version which it would have been
   * @param kept the file that holds what there was of it
   */
  public record SetAside(Version version, Path kept) {}

  private final Path folder;
  private final InstantSource clock;
  private final FolderLock lock;
  private final List<Place> places;
  private final Optional<SetAside> setAside;
  private Optional<Heading> last;
  private Optional<LogException> uncertain = Optional.empty();

  private FolderLog(
      Path folder,
      InstantSource clock,
      FolderLock lock,
      Segments segments,
      Optional<SetAside> setAside) {
    this.folder = folder;
    this.clock = clock;
    this.lock = lock;
    this.places = segments.places();
    this.last = segments.last();
    this.setAside = setAside;
  }

  /**
   * Opens the log of a folder, which is made if it is not there.
   *
   * @throws LogException if another process has it, if it is damaged, or if it cannot be used
   */
  public static FolderLog open(Path folder, InstantSource clock) {
    try {
      Lasting.folder(folder);
      FolderLock lock = FolderLock.take(folder);
      try {
        Segments segments = new Segments(folder, false);
        return new FolderLog(folder, clock, lock, segments, setAside(folder, segments.torn()));
      } catch (IOException | LogException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new LogException(new LogFault.Inaccessible(folder, Reasons.of(failed)), failed);
    }
  }

  private static Optional<SetAside> setAside(Path folder, Optional<Torn> torn) throws IOException {
    if (torn.isEmpty()) {
      return Optional.empty();
    }
    Torn found = torn.get();
    Path kept = found.segment().setAside(found.offset());
    Lasting.names(folder);
    return Optional.of(new SetAside(found.version(), kept));
  }

  /** What the process before this one did not finish, if it was stopped in the middle. */
  public Optional<SetAside> setAside() {
    return setAside;
  }

  @Override
  public boolean isLasting() {
    return true;
  }

  @Override
  public synchronized Entry append(Change change, Optional<Receipt> receipt) {
    if (uncertain.isPresent()) {
      throw new LogException(uncertain.get().fault(), uncertain.get());
    }
    Heading heading = Chain.next(last, clock, change, receipt);
    try {
      requireRoom(heading.length());
      Place place = place(heading.version());
      write(place, heading, change);
      places.add(place);
      last = Optional.of(heading);
      // What is stored elsewhere may be gone soon; here it stays.
      return change.isStored() ? Records.entry(place) : new Entry(heading, change);
    } catch (IOException failed) {
      throw notWritten(folder, failed);
    }
  }

  /**
   * A database whose files are mapped into memory cannot refuse when the disk is full: the process
   * would be ended. So a change that may not have room there is not written at all.
   */
  private void requireRoom(long length) {
    if (folder.toFile().getUsableSpace() < RESERVE + TIMES * length) {
      throw new LogException(
          new LogFault.NotWritten(folder, true, "no space left but what is kept free"));
    }
  }

  private Place place(Version version) throws IOException {
    if (!places.isEmpty()) {
      Segment newest = places.getLast().segment();
      long size = Files.size(newest.path());
      if (size < FILE_SIZE) {
        return new Place(version, newest, size);
      }
    }
    Segment next = Segment.beginningWith(folder, version);
    new RandomAccessFile(next.path().toFile(), "rw").close();
    Lasting.names(folder);
    return new Place(version, next, 0);
  }

  private void write(Place place, Heading heading, Change change) throws IOException {
    Path path = place.segment().path();
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      try {
        file.seek(place.offset());
        OutputStream out = new BufferedOutputStream(new FileOutputStream(file.getFD()), BUFFER);
        out.write(HeadingText.whole(heading));
        Rows.write(change, out);
        out.flush();
      } catch (IOException | RuntimeIOException thrown) {
        IOException failed = Reasons.io(thrown);
        undo(place, file, failed);
        throw notWritten(path, failed);
      }
      try {
        file.getFD().sync();
      } catch (IOException failed) {
        throw uncertain(path, failed);
      }
    }
  }

  private void undo(Place place, RandomAccessFile file, IOException failed) {
    try {
      file.setLength(place.offset());
    } catch (IOException again) {
      failed.addSuppressed(again);
      throw uncertain(place.segment().path(), failed);
    }
  }

  private LogException uncertain(Path path, IOException failed) {
    LogException fault = new LogException(new LogFault.Uncertain(path, Reasons.of(failed)), failed);
    uncertain = Optional.of(fault);
    return fault;
  }

  private static LogException notWritten(Path path, IOException failed) {
    return new LogException(
        new LogFault.NotWritten(path, Reasons.isFull(failed), Reasons.of(failed)), failed);
  }

  @Override
  public synchronized Optional<Heading> last() {
    return last;
  }

  @Override
  public Stream<Heading> headings(Version after) {
    return placesAfter(after).stream().map(Records::heading);
  }

  @Override
  public Stream<Entry> after(Version version) {
    return placesAfter(version).stream().map(Records::entry);
  }

  private synchronized List<Place> placesAfter(Version version) {
    int from = (int) Math.min(version.number(), places.size());
    return List.copyOf(places.subList(from, places.size()));
  }

  @Override
  public synchronized void close() {
    try {
      lock.close();
    } catch (IOException failed) {
      throw new LogException(new LogFault.Inaccessible(folder, Reasons.of(failed)), failed);
    }
  }
}
