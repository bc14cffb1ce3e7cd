package org.dramatis.store.statistics;

import java.util.Map;
import java.util.stream.Stream;
import org.dramatis.model.Version;

/**
 * How much there is in a version of the data. What there is nothing of is not in it.
 *
 * @param version the version
 * @param counts the numbers, none of which is zero
 */
public record Statistics(Version version, Map<Tally, Long> counts) {

  /** Copies the numbers. */
  public Statistics {
    counts = Map.copyOf(counts);
  }

  /** How many there are. */
  public long of(Tally tally) {
    return counts.getOrDefault(tally, 0L);
  }

  /** All tallies of one kind of which there is something. */
  public <T extends Tally> Stream<T> all(Class<T> kind) {
    return counts.keySet().stream().filter(kind::isInstance).map(kind::cast);
  }
}
