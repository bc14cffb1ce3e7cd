package org.dramatis.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.thrift.ThriftRDF;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.Lasting;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * Whole datasets in files, from which a version is reached faster than from the first. They are
 * made from the log and can be made again: one that is missing or damaged is only slower.
 *
 * <p>A file is RDF Thrift, named {@code version-size-identity.rt}, and beside it stands its digest
 * as {@code sha256sum} reads and writes it.
 */
public final class SnapshotFolder {

  private static final Pattern NAME = Pattern.compile("(\\d{16})-(\\d+)-([0-9a-f]{64})\\.rt");
  private static final int BUFFER = 1 << 16;

  private final Path folder;

  /** The snapshots in a folder, which is made when the first is written. */
  public SnapshotFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A snapshot that is there.
   *
   * @param version what it is a snapshot of
   * @param size how many statements it holds
   * @param id the identity of the version, without which it belongs to another log
   * @param path the file
   */
  public record Kept(Version version, long size, Sha256 id, Path path) {

    private static Optional<Kept> of(Path path) {
      Matcher name = NAME.matcher(path.getFileName().toString());
      return name.matches()
          ? Optional.of(
              new Kept(
                  new Version(Long.parseLong(name.group(1))),
                  Long.parseLong(name.group(2)),
                  new Sha256(name.group(3)),
                  path))
          : Optional.empty();
    }

    private Path digest() {
      return path.resolveSibling(path.getFileName() + ".sha256");
    }
  }

  /** All that are there, the newest first. */
  public List<Kept> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Kept::of)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(Kept::version).reversed())
          .toList();
    }
  }

  /**
   * Writes what is read from a snapshot; the file is there as a whole or not at all.
   *
   * @throws java.util.concurrent.CancellationException if it was stopped before its end
   */
  Kept write(Snapshot snapshot, Sha256 id, Stop stop) throws IOException {
    Files.createDirectories(folder);
    Path unfinished = folder.resolve("unfinished");
    try {
      return write(snapshot, id, stop, unfinished);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private Kept write(Snapshot snapshot, Sha256 id, Stop stop, Path unfinished) throws IOException {
    Sha256 digest;
    long size;
    try (FileOutputStream file = new FileOutputStream(unfinished.toFile());
        DigestOutputStream out =
            new DigestOutputStream(new BufferedOutputStream(file, BUFFER), Sha256.engine())) {
      size = write(snapshot, out, stop);
      out.flush();
      file.getFD().sync();
      digest = Sha256.of(out.getMessageDigest());
    }
    Path path =
        folder.resolve("%016d-%d-%s.rt".formatted(snapshot.version().number(), size, id.hex()));
    Kept kept = new Kept(snapshot.version(), size, id, path);
    Lasting.write(kept.digest(), "%s  %s%n".formatted(digest.hex(), path.getFileName()));
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    Lasting.names(folder);
    return kept;
  }

  private static long write(Snapshot snapshot, OutputStream out, Stop stop) {
    StreamRDF sink = ThriftRDF.streamToOutputStream(out, false);
    long[] size = {0};
    sink.start();
    snapshot
        .statements()
        .forEachRemaining(quad -> {
          stop.look();
          sink.quad(quad);
          size[0]++;
        });
    sink.finish();
    return size[0];
  }

  /**
   * Reads a snapshot.
   *
   * @throws IOException if it cannot be read, or is not what was written; nothing is read then
   */
  public void read(Kept kept, Consumer<Quad> sink) throws IOException {
    String expected = Files.readString(kept.digest(), StandardCharsets.US_ASCII);
    if (!expected.startsWith(digest(kept.path()).hex())) {
      throw new IOException(kept.path() + " is not what was written there");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(kept.path()), BUFFER)) {
      ThriftRDF.inputStreamToStream(
          in,
          new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
              sink.accept(quad);
            }

            @Override
            public void triple(Triple triple) {
              sink.accept(Quad.create(Quad.defaultGraphIRI, triple));
            }
          });
    }
  }

  private static Sha256 digest(Path path) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(path), Sha256.engine())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Sha256.of(in.getMessageDigest());
    }
  }
}
