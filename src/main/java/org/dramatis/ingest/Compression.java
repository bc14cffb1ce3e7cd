package org.dramatis.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How a file was made smaller: its first bytes tell, and its name has to agree with them. */
public enum Compression {
  GZIP(".gz", "1f8b"),
  ZSTANDARD(".zst", "28b52ffd"),
  BZIP2(".bz2", "425a68");

  private static final int BUFFER = 1 << 16;

  private final String ending;
  private final String magic;

  Compression(String ending, String magic) {
    this.ending = ending;
    this.magic = magic;
  }

  /** The name that a file has when it is made larger again. */
  public static String inner(String name) {
    return named(name)
        .map(found -> name.substring(0, name.length() - found.ending.length()))
        .orElse(name);
  }

  private static Optional<Compression> named(String name) {
    return Stream.of(values()).filter(one -> name.endsWith(one.ending)).findFirst();
  }

  /**
   * What a file says, whether it is compressed or not.
   *
   * @throws IOException if its name speaks of a compression that it has not, or it cannot be read
   */
  public static InputStream open(String name, InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, BUFFER);
    Optional<Compression> found = of(in);
    Optional<Compression> named = named(name);
    if (named.isPresent() && !named.equals(found)) {
      throw new IOException(
          "the name ends in %s, and the content is not that".formatted(named.get().ending));
    }
    return found.isPresent() ? found.get().decompress(in) : in;
  }

  private static Optional<Compression> of(InputStream in) throws IOException {
    in.mark(BUFFER);
    String head = HexFormat.of().formatHex(in.readNBytes(4));
    in.reset();
    return Stream.of(values()).filter(one -> head.startsWith(one.magic)).findFirst();
  }

  private InputStream decompress(InputStream in) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(in, BUFFER);
      case ZSTANDARD -> new ZstdInputStream(in);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
    };
  }
}
