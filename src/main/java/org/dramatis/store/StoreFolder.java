package org.dramatis.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.dramatis.model.DefaultGraph;

/**
 * The databases of a data folder: one, and while it is written anew a second. They are numbered, so
 * that after a crash the later one counts if it is complete.
 */
public record StoreFolder(Path folder) {

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
      TdbStore store = TdbStore.open(path, defaultGraph);
      if (isWanted.test(store)) {
        deleteAllBut(path);
        return new Opened(path, store);
      }
      store.close();
    }
    Path first = folder.resolve("1");
    deleteAllBut(folder);
    return new Opened(first, TdbStore.open(first, defaultGraph));
  }

  private void deleteAllBut(Path kept) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.filter(each -> !each.equals(kept)).toList()) {
        PathUtils.delete(path);
      }
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
