package org.dramatis.log;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/** A log that lasts as long as the process. */
public final class MemoryLog implements ChangeLog {

  private final InstantSource clock;
  private final List<Entry> entries = new ArrayList<>();

  /** An empty log that takes the time of its entries from the given clock. */
  public MemoryLog(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public boolean isLasting() {
    return false;
  }

  @Override
  public synchronized Entry append(Change change, Optional<Receipt> receipt) {
    Entry entry =
        new Entry(
            Chain.next(last(), clock, change, receipt),
            change.isStored() ? change.inMemory() : change);
    entries.add(entry);
    return entry;
  }

  @Override
  public synchronized Optional<Heading> last() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().heading());
  }

  @Override
  public Stream<Heading> headings(Version after) {
    return after(after).map(Entry::heading);
  }

  @Override
  public synchronized Stream<Entry> after(Version version) {
    int from = (int) Math.min(version.number(), entries.size());
    return List.copyOf(entries.subList(from, entries.size())).stream();
  }

  @Override
  public void close() {
    // What is in memory goes with the process.
  }
}
