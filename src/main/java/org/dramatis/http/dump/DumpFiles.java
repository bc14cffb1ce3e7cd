package org.dramatis.http.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Sha256;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Files that were made from the data and can be made again. Those that were asked for lately are
 * kept, as far as there is room; beside each stands its digest as {@code sha256sum} reads it.
 *
 * @param folder where they are, and nothing else is
 * @param most how many bytes they may take together, unless a single one takes more
 */
record DumpFiles(Path folder, long most, Map<String, ReentrantLock> making) {

  private static final String DIGEST = ".sha256";
  private static final String UNFINISHED = ".unfinished";

  DumpFiles(Path folder, long most) {
    this(folder, most, new ConcurrentHashMap<>());
  }

  /**
   * A file that is there.
   *
   * @param digest of its bytes
   */
  record Made(Path path, long size, Sha256 digest) {}

  /** Writes a file. */
  @FunctionalInterface
  interface Maker {
    void write(OutputStream out) throws IOException, QueryFailedException, RequestRefusedException;
  }

  /** A file if it is there. */
  Optional<Made> find(String name) throws IOException {
    Path path = folder.resolve(name);
    Path digest = folder.resolve(name + DIGEST);
    if (!Files.exists(path) || !Files.exists(digest)) {
      return Optional.empty();
    }
    Sha256 read = new Sha256(Files.readString(digest).substring(0, 64));
    return Optional.of(new Made(path, Files.size(path), read));
  }

  /** A file, which is made if it is not there; whoever asks for the same meanwhile waits for it. */
  Made get(String name, Maker maker)
      throws IOException, QueryFailedException, RequestRefusedException {
    ReentrantLock lock = making.computeIfAbsent(name, _ -> new ReentrantLock());
    lock.lock();
    try {
      Optional<Made> there = find(name);
      if (there.isPresent()) {
        Files.setLastModifiedTime(there.get().path(), FileTime.from(Instant.now()));
        return there.get();
      }
      Made made = make(name, maker);
      makeRoom(made.path());
      return made;
    } finally {
      lock.unlock();
      making.remove(name, lock);
    }
  }

  private Made make(String name, Maker maker)
      throws IOException, QueryFailedException, RequestRefusedException {
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, "dump", UNFINISHED);
    try {
      Sha256 digest;
      try (DigestOutputStream out =
          new DigestOutputStream(Files.newOutputStream(unfinished), Sha256.engine())) {
        maker.write(out);
        digest = Sha256.of(out.getMessageDigest());
      }
      Path path = folder.resolve(name);
      Files.writeString(folder.resolve(name + DIGEST), "%s  %s%n".formatted(digest.hex(), name));
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
      return new Made(path, Files.size(path), digest);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Who is being sent a file that goes is sent it to the end: it is open. */
  private synchronized void makeRoom(Path newest) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(path -> Files.exists(path.resolveSibling(path.getFileName() + DIGEST)))
              .sorted(Comparator.comparingLong(DumpFiles::used).reversed())
              .toList();
    }
    long size = Files.size(newest);
    for (Path path : files) {
      if (!path.equals(newest)) {
        size += Files.size(path);
        if (size > most) {
          size -= Files.size(path);
          Files.delete(path);
          Files.delete(path.resolveSibling(path.getFileName() + DIGEST));
        }
      }
    }
  }

  private static long used(Path path) {
    return path.toFile().lastModified();
  }
}
