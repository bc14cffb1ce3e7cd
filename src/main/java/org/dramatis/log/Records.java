package org.dramatis.log;

import java.io.IOException;
import java.io.InputStream;
import org.dramatis.log.Segments.Place;

/** Reads single records at the places where they are known to be. */
final class Records {

  private Records() {}

  /** What is said of a change. */
  static Heading heading(Place place) {
    return found(place).heading();
  }

  /** What is said of a change, and the change. */
  static Entry entry(Place place) {
    Segment.Found found = found(place);
    try (InputStream rows = place.segment().rows(found)) {
      return new Entry(found.heading(), Rows.read(found.heading(), rows));
    } catch (DamagedException damaged) {
      throw damaged(place, damaged);
    } catch (IOException failed) {
      throw inaccessible(place, failed);
    }
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
