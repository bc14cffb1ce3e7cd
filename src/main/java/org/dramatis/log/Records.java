package org.dramatis.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.dramatis.log.Segments.Place;
import org.dramatis.model.Change;

/** Reads single records at the places where they are known to be. */
final class Records {

  /** The length of rows from which on they are read where they stand, and not kept in memory. */
  private static final long HELD_AT_MOST = 8 << 20;

  private Records() {}

  /** What is said of a change. */
  static Heading heading(Place place) {
    return found(place).heading();
  }

  /** What is said of a change, and the change. */
  static Entry entry(Place place) {
    Segment.Found found = found(place);
    try (InputStream rows = place.segment().rows(found)) {
      if (found.heading().length() <= HELD_AT_MOST) {
        return new Entry(found.heading(), Rows.read(found.heading(), rows));
      }
      Rows.check(found.heading(), rows);
      return new Entry(found.heading(), inPlace(place, found));
    } catch (DamagedException damaged) {
      throw damaged(place, damaged);
    } catch (IOException failed) {
      throw inaccessible(place, failed);
    }
  }

  private static Change inPlace(Place place, Segment.Found found) {
    Heading heading = found.heading();
    StoredRows.Source rows = () -> place.segment().rows(found);
    Path path = place.segment().path();
    return new Change(
        heading.author(),
        heading.message(),
        StoredRows.added(path, rows, heading.added()),
        StoredRows.deleted(path, rows, heading.deleted()),
        heading.created(),
        heading.dropped());
  }

  private static Segment.Found found(Place place) {
    try {
      return place
          .segment()
          .find(place.offset())
          .orElseThrow(() -> new DamagedException("the file ends within the record"));
    } catch (DamagedException damaged) {
      throw damaged(place, damaged);
    } catch (IOException failed) {
      throw inaccessible(place, failed);
    }
  }

  private static LogException damaged(Place place, DamagedException damaged) {
    return new LogException(
        new LogFault.Broken(place.segment().path(), place.offset(), place.version(), damaged.why()),
        damaged);
  }

  private static LogException inaccessible(Place place, IOException failed) {
    return new LogException(
        new LogFault.Inaccessible(place.segment().path(), Reasons.of(failed)), failed);
  }
}
