package org.dramatis.http.dump;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** How a file is compressed. */
public enum Packing {
  NONE("", Optional.empty()),
  GZIP(".gz", Optional.of("application/gzip")),
  ZSTD(".zst", Optional.of("application/zstd"));

  private static final int BUFFER = 1 << 16;

  private final String ending;
  private final Optional<String> mediaType;

  Packing(String ending, Optional<String> mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** What stands behind the name of the file that is compressed. */
  String ending() {
    return ending;
  }

  /** The media type of what is compressed so. */
  Optional<String> mediaType() {
    return mediaType;
  }

  /** Compresses what is written. */
  OutputStream pack(OutputStream out) throws IOException {
    return switch (this) {
      case NONE -> new BufferedOutputStream(out, BUFFER);
      case GZIP -> new GZIPOutputStream(out, BUFFER);
      case ZSTD -> new ZstdOutputStream(out);
    };
  }
}
