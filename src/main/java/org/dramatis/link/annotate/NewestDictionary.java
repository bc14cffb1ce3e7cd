package org.dramatis.link.annotate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.dramatis.link.search.NamedThings;
import org.dramatis.link.search.Touched;
import org.dramatis.model.Version;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Stop;

/**
 * The dictionary of the newest version. It is made when it is wanted first, behind the requests,
 * and follows the log from then on: a change costs what it changes.
 */
public final class NewestDictionary implements AutoCloseable {

  /** A dictionary and the version that it is of. */
  public record At(Version version, Dictionary dictionary) {}

  private final Stop stop = new Stop();
  private final History history;
  private final long mostBytes;
  private final ExecutorService following =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("dictionary").factory());

  private volatile Optional<At> made = Optional.empty();
  private Optional<Version> tooLarge = Optional.empty();

  /**
   * A dictionary that nobody has wanted yet.
   *
   * @param mostBytes so much memory it may take
   */
  public NewestDictionary(History history, long mostBytes) {
    this.history = history;
    this.mostBytes = mostBytes;
  }

  /**
   * Brings it to the newest version, which goes on whether anybody waits for it or not.
   *
   * @return is done when it is there; ends with a {@link DictionaryTooLargeException} if there is
   *     no room for it
   */
  public CompletableFuture<Void> follow() {
    return CompletableFuture.runAsync(this::catchUp, following);
  }

  /** As it is; nothing before it has been made. */
  public Optional<At> now() {
    return made;
  }

  private void catchUp() {
    stop.look();
    try (Snapshot newest = history.store().open()) {
      Version version = newest.version();
      if (made.isPresent() && made.get().version().compareTo(version) >= 0) {
        return;
      }
      if (tooLarge.equals(Optional.of(version))) {
        throw new DictionaryTooLargeException(mostBytes);
      }
      Graph names = NamedThings.graph(newest);
      made =
          Optional.of(
              new At(version, changed(version, names).orElseGet(() -> all(version, names))));
    }
  }

  private Optional<Dictionary> changed(Version version, Graph names) {
    return made.flatMap(before ->
        Touched.between(history, before.version(), version, names, stop)
            .flatMap(touched -> before.dictionary().after(touched, names, _ -> stop.look())));
  }

  private Dictionary all(Version version, Graph names) {
    // Two at once would take twice the memory.
    made = Optional.empty();
    try {
      return Dictionary.of(names, new Room());
    } catch (DictionaryTooLargeException full) {
      tooLarge = Optional.of(version);
      throw full;
    }
  }

  /** Counts what has been taken. */
  private final class Room implements LongConsumer {

    private long taken;

    @Override
    public void accept(long bytes) {
      stop.look();
      taken += bytes;
      if (taken > mostBytes) {
        throw new DictionaryTooLargeException(mostBytes);
      }
    }
  }

  @Override
  public void close() {
    stop.ask();
    following.close();
  }
}
