package org.dramatis.http.endpoint;

import java.io.IOException;
import java.util.Optional;
import org.dramatis.model.Version;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;

/**
 * Something that is made of the newest version of the data, once for each, however often it is
 * asked for.
 */
public final class PerVersion<T> {

  /** How it is made. */
  @FunctionalInterface
  public interface Source<T> {
    /** Makes it of one version. */
    T of(Snapshot snapshot) throws IOException;
  }

  private record Made<T>(Version version, T value) {}

  private final Store store;
  private final Source<T> source;
  private volatile Optional<Made<T>> last = Optional.empty();

  public PerVersion(Store store, Source<T> source) {
    this.store = store;
    this.source = source;
  }

  /** That of the newest version; whoever asks while it is made waits for it. */
  public T get() throws IOException {
    Optional<T> known = known();
    return known.isPresent() ? known.get() : make();
  }

  private synchronized T make() throws IOException {
    Optional<T> known = known();
    if (known.isPresent()) {
      return known.get();
    }
    try (Snapshot snapshot = store.open()) {
      T value = source.of(snapshot);
      last = Optional.of(new Made<>(snapshot.version(), value));
      return value;
    }
  }

  private Optional<T> known() {
    return last.filter(made -> made.version().equals(store.version())).map(Made::value);
  }
}
