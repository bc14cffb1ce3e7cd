package org.dramatis.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dramatis.log.Entry;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/**
 * A dataset at one version: a database, and what has changed since that was written.
 *
 * @param base the database
 * @param reached the version of the database
 * @param version the version of the dataset
 * @param recent what has changed between the two
 * @param created the graphs that are there even when they hold nothing
 * @param waiting the changes between the two
 * @param statements how many statements these have together
 */
record Moment(
    Base base,
    Version reached,
    Version version,
    Difference recent,
    Set<Node> created,
    Waiting waiting,
    long statements) {

  /** Changes that are in the log and not in the database, each holding the one before. */
  record Waiting(Optional<Link> newest, int count) {

    private record Link(Entry entry, Waiting before) {}

    private static final Waiting NOTHING = new Waiting(Optional.empty(), 0);

    /** These and one more. */
    Waiting and(Entry entry) {
      return new Waiting(Optional.of(new Link(entry, this)), count + 1);
    }

    /** All of them in order. */
    List<Entry> entries() {
      Entry[] entries = new Entry[count];
      Waiting rest = this;
      for (int i = count - 1; i >= 0; i--) {
        Link link = rest.newest.orElseThrow();
        entries[i] = link.entry();
        rest = link.before();
      }
      return List.of(entries);
    }
  }

  /** The moment at which the database has everything. */
  static Moment of(Base base) {
    try (Snapshot snapshot = base.store().open()) {
      return new Moment(
          base,
          snapshot.version(),
          snapshot.version(),
          new Difference(snapshot.defaultGraph()),
          snapshot.created(),
          Waiting.NOTHING,
          0);
    }
  }

  /** How many statements come or go with a change. */
  static long size(Entry entry) {
    return entry.heading().added() + entry.heading().deleted();
  }

  /** The moment after one more change, which the database does not have. */
  Moment and(Entry entry) {
    Change change = entry.change();
    Difference next = recent.copy();
    try (Snapshot stored = base.store().open()) {
      if (!stored.version().equals(reached)) {
        throw new IllegalStateException("a thread that reads cannot write");
      }
      change.deleted().forEach(quad -> next.remove(stored.dataset(), quad));
      change.added().forEach(quad -> next.put(stored.dataset(), quad));
    }
    Set<Node> graphs = new HashSet<>(created);
    graphs.addAll(change.created());
    graphs.removeAll(change.dropped());
    return new Moment(
        base,
        reached,
        entry.version(),
        next,
        Set.copyOf(graphs),
        waiting.and(entry),
        statements + size(entry));
  }

  /** The same moment, over the database as it is. */
  Moment settled() {
    Moment settled = of(base);
    if (settled.reached().equals(reached)) {
      return this;
    }
    for (Entry entry : waiting.entries()) {
      if (entry.version().compareTo(settled.version()) > 0) {
        settled = settled.and(entry);
      }
    }
    return settled;
  }

  /** The same on another database that has reached the same version. */
  Moment on(Base other) {
    return new Moment(other, reached, version, recent, created, waiting, statements);
  }
}
