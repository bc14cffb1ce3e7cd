package org.dramatis.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.dramatis.log.Entry;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;

/**
 * A store that lasts as long as the process. It keeps the latest versions, which share every graph
 * that is the same in both.
 */
public final class MemoryStore implements Store {

  /** How many versions can be opened, the newest among them. */
  public static final int KEPT = 16;

  private record State(Version version, MemoryDataset dataset) {

    Snapshot open() {
      return new Snapshot(version, dataset, dataset.defaultGraph(), dataset.created());
    }
  }

  private final ReentrantLock writing = new ReentrantLock();
  private final DefaultGraph defaultGraph;
  private volatile List<State> kept;

  /** An empty store whose default graph is the union of the others. */
  public MemoryStore() {
    this(DefaultGraph.UNION);
  }

  /** An empty store. */
  public MemoryStore(DefaultGraph defaultGraph) {
    this.defaultGraph = defaultGraph;
    this.kept = List.of(new State(Version.NONE, MemoryDataset.empty(defaultGraph)));
  }

  @Override
  public DefaultGraph defaultGraph() {
    return defaultGraph;
  }

  @Override
  public Version version() {
    return kept.getLast().version();
  }

  @Override
  public Snapshot open() {
    return kept.getLast().open();
  }

  @Override
  public Optional<Snapshot> open(Version version) {
    return kept.stream()
        .filter(state -> state.version().equals(version))
        .findFirst()
        .map(State::open);
  }

  @Override
  public Version oldest() {
    return kept.getFirst().version();
  }

  @Override
  public void apply(Entry entry) {
    writing.lock();
    try {
      State head = kept.getLast();
      if (!entry.version().equals(head.version().next())) {
        throw new IllegalArgumentException(
            "version " + entry.version() + " cannot follow " + head.version());
      }
      List<State> states = new ArrayList<>(kept);
      states.add(new State(entry.version(), head.dataset().after(entry.change())));
      kept = List.copyOf(states.subList(Math.max(0, states.size() - KEPT), states.size()));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    kept = List.of(new State(version(), MemoryDataset.empty(defaultGraph)));
  }
}
