package org.dramatis.store;

import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.log.Entry;
import org.dramatis.model.Version;

/**
 * The dataset that the log has made so far: one named graph a source, and as the default graph the
 * union of them all.
 *
 * @implSpec Readers never wait for a writer and never see half a change. All methods may be called
 *     from any thread.
 */
public interface Store extends AutoCloseable {

  /**
   * The last change applied; inside a read transaction of {@link #dataset()} on this thread, the
   * last one that this transaction can see.
   */
  Version version();

  /** Answers a question from one version of the dataset, however long that takes. */
  <T> T read(Function<? super Snapshot, ? extends T> question);

  /**
   * Applies a committed change, which must be the one after {@link #version()}.
   *
   * @throws IllegalArgumentException if a change is missing in between or was applied before
   */
  void apply(Entry entry);

  /**
   * The dataset for query engines, always at the newest version that is known when a read
   * transaction begins. It cannot be written through.
   */
  DatasetGraph dataset();

  /** Gives up what the store holds; it must not be used afterwards. */
  @Override
  void close();
}
