package org.dramatis.http.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.dramatis.model.Version;

/** A complete answer: its headers and its bytes, compressed as well once somebody wants that. */
public final class StoredAnswer {

  /** Smaller bodies fit into one packet anyway, and compressing them takes longer than sending. */
  public static final int LEAST_COMPRESSED = 1024;

  private static final int OVERHEAD = 512;

  private final Version version;
  private final Map<String, String> headers;
  private final OptionalLong rows;
  private final byte[] body;
  private volatile Optional<byte[]> compressed = Optional.empty();

  /** Takes the bytes over; they must not be changed afterwards. */
  public StoredAnswer(
      Version version, Map<String, String> headers, OptionalLong rows, byte[] body) {
    this.version = version;
    this.headers = Map.copyOf(headers);
    this.rows = rows;
    this.body = body;
  }

  /** The version of the data that it comes from. */
  public Version version() {
    return version;
  }

  /** The headers that describe the answer, whoever gets it. */
  public Map<String, String> headers() {
    return headers;
  }

  /** How many rows or statements it has, where that is a question. */
  public OptionalLong rows() {
    return rows;
  }

  /** The bytes of the body as it is. */
  public int size() {
    return body.length;
  }

  /** Whether it is worth compressing. */
  public boolean isWorthCompressing() {
    return body.length >= LEAST_COMPRESSED;
  }

  /** The bytes in a coding. */
  public byte[] body(ContentCoding coding) {
    return switch (coding) {
      case IDENTITY -> body;
      case GZIP -> compressed();
    };
  }

  /** The bytes that it takes in memory, about; the compressed form is counted before it is made. */
  int weight(int keyCharacters) {
    int plain = OVERHEAD + 2 * keyCharacters + body.length;
    return isWorthCompressing() ? plain + body.length / 3 : plain;
  }

  private byte[] compressed() {
    Optional<byte[]> known = compressed;
    if (known.isPresent()) {
      return known.get();
    }
    byte[] bytes = compress(body);
    compressed = Optional.of(bytes);
    return bytes;
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 8192)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
