package org.dramatis.link.annotate;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.dramatis.model.Version;

/**
 * The dictionaries of the versions that were asked last. Each is made once, by who asks for it
 * first, and is given up where memory is short.
 */
public final class Dictionaries {

  /** The newest version, and one more that somebody compares with it. */
  private static final int KEPT = 2;

  private static final int FIRST_SIZE = 4;
  private static final long MILLIS_BETWEEN_LOOKS = 50;

  private final ReentrantLock making = new ReentrantLock();
  private final Map<Version, SoftReference<Dictionary>> kept =
      new LinkedHashMap<>(FIRST_SIZE, 1, true);

  /**
   * The dictionary of a version.
   *
   * @param graph its data, if the dictionary has to be made
   * @param cost is told of the memory that this takes, and again and again while another one is
   *     made
   */
  public Dictionary of(Version version, Graph graph, LongConsumer cost) {
    Optional<Dictionary> known = known(version);
    if (known.isPresent()) {
      return known.get();
    }
    await(cost);
    try {
      Dictionary made = known(version).orElseGet(() -> Dictionary.of(graph, cost));
      keep(version, made);
      return made;
    } finally {
      making.unlock();
    }
  }

  /** Two at once would take twice the memory. */
  private void await(LongConsumer cost) {
    try {
      while (!making.tryLock(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        cost.accept(0);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      cost.accept(0);
      making.lock();
    }
  }

  private synchronized Optional<Dictionary> known(Version version) {
    return Optional.ofNullable(kept.get(version)).map(SoftReference::get);
  }

  private synchronized void keep(Version version, Dictionary made) {
    kept.put(version, new SoftReference<>(made));
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
