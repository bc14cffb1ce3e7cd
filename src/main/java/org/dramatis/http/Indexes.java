package org.dramatis.http;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dramatis.http.admission.HeapShare;
import org.dramatis.link.annotate.NewestDictionary;
import org.dramatis.link.search.NameIndex;
import org.dramatis.store.History;
import org.dramatis.store.statistics.Counts;

/**
 * What is made from the data so that answers need not look at all of it, and follows the log.
 *
 * @param names what everything is called
 * @param dictionary what may stand in a text for all that
 * @param counts how much there is
 * @param lasts whether there is a folder for it
 */
record Indexes(NameIndex names, NewestDictionary dictionary, Counts counts, boolean lasts)
    implements AutoCloseable {

  /** Where in the folder of the data the names are indexed. */
  private static final String NAMES = "names";

  /** Where in the folder of the data its numbers are kept. */
  private static final String STATISTICS = "statistics";

  /** Those in a folder of data, or else in memory. */
  static Indexes open(Optional<Path> data, History history) {
    return new Indexes(
        data.map(folder -> NameIndex.in(folder.resolve(NAMES), history))
            .orElseGet(() -> NameIndex.inMemory(history)),
        new NewestDictionary(history, HeapShare.DICTIONARY.bytes()),
        data.map(folder -> Counts.in(folder.resolve(STATISTICS), history))
            .orElseGet(() -> Counts.inMemory(history)),
        data.isPresent());
  }

  /** Brings them to the newest version; what is in memory is small, and counted when asked for. */
  void follow() {
    CompletableFuture<Void> _ = names.follow();
    if (lasts) {
      CompletableFuture<Void> _ = counts.follow();
    }
  }

  /** Is told whenever there is a new version. */
  void committed() {
    counts.committed();
  }

  @Override
  public void close() {
    counts.close();
    dictionary.close();
    names.close();
  }
}
