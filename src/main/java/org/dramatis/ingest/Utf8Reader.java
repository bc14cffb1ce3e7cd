package org.dramatis.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dramatis.model.Problem;

/**
 * Decodes strictly, bit by bit: the first byte that is not UTF-8 ends it, and its place is told.
 */
final class Utf8Reader extends Reader {

  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private boolean ended;
  private long offset;
  private long line = 1;
  private long column = 1;
  private Optional<Problem> problem = Optional.empty();

  Utf8Reader(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** What ended the reading, if it was not the end. */
  Optional<Problem> problem() {
    return problem;
  }

  @Override
  public int read(char[] target, int start, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (!decodeSome()) {
        return -1;
      }
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, start, count);
    return count;
  }

  private boolean decodeSome() throws IOException {
    boolean first = offset == 0;
    chars.clear();
    int before = bytes.position();
    CoderResult result = decoder.decode(bytes, chars, ended);
    offset += bytes.position() - before;
    chars.flip();
    if (chars.hasRemaining()) {
      if (first && chars.get(0) == BYTE_ORDER_MARK) {
        throw refuse("the text begins with a byte order mark", "save the file without it");
      }
      count();
      return true;
    }
    if (result.isError()) {
      throw refuse(
          "byte %d (0x%02X) is not UTF-8".formatted(offset, bytes.get(bytes.position())),
          "save the file as UTF-8");
    }
    return fill();
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    bytes.compact();
    int read;
    try {
      read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    } catch (IOException failed) {
      // A parser may take one that says that the end came too early for the end.
      problem = Optional.of(BulkReader.unreadable(name, failed));
      throw failed;
    }
    ended = read < 0;
    bytes.position(bytes.position() + Math.max(0, read)).flip();
    return true;
  }

  private void count() {
    for (int i = chars.position(); i < chars.limit(); i++) {
      char c = chars.get(i);
      if (c == '\n') {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
  }

  private IOException refuse(String what, String remedy) {
    chars.position(chars.limit());
    problem = Optional.of(new Problem.Malformed(new Position(line, column).in(name), what, remedy));
    return new IOException(what);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
