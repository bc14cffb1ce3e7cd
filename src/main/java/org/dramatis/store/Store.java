package org.dramatis.store;

import java.util.function.Function;
import org.dramatis.log.Entry;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;

/**
 * The dataset that the log has made so far: one named graph a source, and a default graph, which is
 * the union of them all unless the store was made otherwise.
 *
 * @implSpec Readers never wait for a writer and never see half a change. All methods may be called
 *     from any thread.
 */
public interface Store extends AutoCloseable {

  /** What the default graph is in every version. */
  DefaultGraph defaultGraph();

  /** The last change applied. */
  Version version();

  /** Opens the newest version for reading by this thread, which closes it however long it takes. */
  Snapshot open();

  /** Answers a question from one version of the dataset, however long that takes. */
  default <T> T read(Function<? super Snapshot, ? extends T> question) {
    try (Snapshot snapshot = open()) {
      return question.apply(snapshot);
    }
  }

  /**
   * Applies a committed change, which must be the one after {@link #version()}.
   *
   * @throws IllegalArgumentException if a change is missing in between or was applied before
   */
  void apply(Entry entry);

  /** Refuses an entry that does not follow a version. */
  static void requireNext(Version version, Entry entry) {
    if (!entry.version().equals(version.next())) {
      throw new IllegalArgumentException(
          "version " + entry.version() + " cannot follow " + version);
    }
  }

  /** Gives up what the store holds; it must not be used afterwards. */
  @Override
  void close();
}
