package org.dramatis.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.dramatis.log.Lasting;
import org.dramatis.model.DefaultGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases of a data folder: one, and while it is written anew a second. They are numbered, so
 * that after a crash the later one counts if it is complete.
 */
public record StoreFolder(Path folder) {

  private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

  /** Lies in a database that failed to take a change, whose files cannot be relied on since. */
  private static final String FAILED = "failed";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /** The databases that are there, the latest first. */
  public List<Path> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(StoreFolder::isDatabase)
          .sorted(Comparator.comparingInt(StoreFolder::number).reversed())
          .toList();
    }
  }

  private static boolean isDatabase(Path path) {
    return NUMBER.matcher(path.getFileName().toString()).matches();
  }

  private static int number(Path path) {
    return Integer.parseInt(path.getFileName().toString());
  }

  /** A database as it is opened. */
  record Opened(Path path, TdbStore store) {}

  /** Opens the latest that is what is wanted, or begins one, and deletes whatever else there is. */
  Opened open(DefaultGraph defaultGraph, Predicate<TdbStore> isWanted) throws IOException {
    Files.createDirectories(folder);
    for (Path path : list()) {
      Optional<TdbStore> store = read(path, defaultGraph);
      if (store.filter(isWanted).isPresent()) {
        deleteAllBut(path);
        return new Opened(path, store.get());
      }
      store.ifPresent(TdbStore::close);
    }
    Path first = folder.resolve("1");
    deleteAllBut(folder);
    return new Opened(first, TdbStore.open(first, defaultGraph));
  }

  /** One that was being written when all stopped may be no database yet; the log has all of it. */
  private static Optional<TdbStore> read(Path path, DefaultGraph defaultGraph) {
    if (hasFailed(path)) {
      LOG.warn("The database {} once failed to take a change and is made again", path);
      return Optional.empty();
    }
    try {
      return Optional.of(TdbStore.open(path, defaultGraph));
    } catch (IOException | RuntimeException unreadable) {
      LOG.warn("The database {} cannot be read and is made again: {}", path, unreadable.toString());
      return Optional.empty();
    }
  }

  private void deleteAllBut(Path kept) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.filter(each -> !each.equals(kept)).toList()) {
        PathUtils.delete(path);
      }
    }
  }

  /** Whether a database has failed to take a change. */
  public static boolean hasFailed(Path path) {
    return Files.exists(path.resolve(FAILED));
  }

  /** Says of a database that it has failed to take a change. */
  static void fail(Path path) {
    try {
      Lasting.write(path.resolve(FAILED), "");
    } catch (IOException failed) {
      LOG.warn("It cannot be noted that {} failed; 'verify' may notice it: {}", path, failed);
    }
  }

  /** Where the database after one goes. */
  static Path after(Path path) {
    return path.resolveSibling(Integer.toString(number(path) + 1));
  }

  /** How many bytes the files of a database have. */
  static long size(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).mapToLong(StoreFolder::length).sum();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
