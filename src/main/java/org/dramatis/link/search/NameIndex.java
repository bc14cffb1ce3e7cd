package org.dramatis.link.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.dramatis.model.Version;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What everything is called in the newest version of the data. It is made from the data and follows
 * the log; one that is damaged, or belongs to another log, is made again.
 */
public final class NameIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NameIndex.class);

  /** How Lucene is opened, and opened again when it has failed. */
  @FunctionalInterface
  private interface Opening {
    NameWriter open() throws IOException;
  }

  /** The index as it is read, at one version. */
  record Opened(Version version, DirectoryReader reader) implements AutoCloseable {
    @Override
    public void close() {
      try {
        reader.decRef();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** How a writer is left. */
  @FunctionalInterface
  private interface Releasing {
    void release(NameWriter writer) throws IOException;
  }

  private final Stop stop = new Stop();
  private final History history;
  private final Opening opening;

  /** Whoever asks may be interrupted, and a thread that is must not write: its files are closed. */
  private final ExecutorService following =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("names").factory());

  private volatile Optional<Opened> opened = Optional.empty();
  private Optional<NameWriter> writer = Optional.empty();

  private NameIndex(History history, Opening opening) {
    this.history = history;
    this.opening = opening;
  }

  /** An index that goes with the process. */
  public static NameIndex inMemory(History history) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    return new NameIndex(history, () -> new NameWriter(directory));
  }

  /** An index in a folder, which is made if it is not there, and made again if it is damaged. */
  public static NameIndex in(Path folder, History history) {
    return new NameIndex(history, () -> open(folder));
  }

  private static NameWriter open(Path folder) throws IOException {
    try {
      return new NameWriter(FSDirectory.open(folder));
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException unusable) {
      LOG.warn(
          "The index of names in {} cannot be used and is made again: {}",
          folder,
          unusable.getMessage());
      PathUtils.cleanDirectory(folder);
      return new NameWriter(FSDirectory.open(folder));
    }
  }

  /**
   * Brings the index to the newest version of the data, which goes on whether anybody waits for it
   * or not.
   *
   * @return is done when it is there, or could not be brought there
   */
  public CompletableFuture<Void> follow() {
    return CompletableFuture.runAsync(this::catchUp, following);
  }

  /** Whether it is at a version, or at a later one. */
  public boolean reaches(Version version) {
    return opened.map(now -> now.version().compareTo(version) >= 0).orElse(false);
  }

  /** The index as it is; empty before it has been made. To be closed. */
  Optional<Opened> read() {
    while (true) {
      Optional<Opened> now = opened;
      if (now.isEmpty() || now.get().reader().tryIncRef()) {
        return now;
      }
    }
  }

  private void catchUp() {
    stop.look();
    try (Snapshot newest = history.store().open()) {
      if (!reaches(newest.version())) {
        update(newest);
      }
    } catch (IOException failed) {
      LOG.warn("Names cannot be searched before this is mended: {}", failed.getMessage());
      release(NameWriter::giveUp);
      throw new UncheckedIOException(failed);
    } catch (RuntimeException | Error failed) {
      release(NameWriter::giveUp);
      throw failed;
    }
  }

  private void update(Snapshot newest) throws IOException {
    NameWriter open = writer.isPresent() ? writer.get() : opening.open();
    writer = Optional.of(open);
    Version from = open.reached().flatMap(id -> history.outline().version(id)).orElse(Version.NONE);
    Graph names = NamedThings.graph(newest);
    if (!newest.version().equals(from)) {
      Optional<Set<Node>> touched = Touched.between(history, from, newest.version(), names, stop);
      var id = history.outline().id(newest.version()).orElseThrow();
      if (touched.isPresent()) {
        open.write(touched.get(), names, id, stop);
      } else {
        open.writeAll(names, id, stop);
      }
    }
    Optional<Opened> before = opened;
    opened = Optional.of(new Opened(newest.version(), open.read()));
    before.ifPresent(Opened::close);
  }

  /** A writer that is not needed any more, or has failed; the next who asks opens another. */
  private void release(Releasing how) {
    writer.ifPresent(open -> {
      try {
        how.release(open);
      } catch (IOException again) {
        LOG.warn("The index of names could not be closed: {}", again.getMessage());
      }
    });
    writer = Optional.empty();
  }

  @Override
  public void close() {
    stop.ask();
    Future<?> _ = following.submit(() -> release(NameWriter::close));
    following.close();
    opened.ifPresent(Opened::close);
  }
}
