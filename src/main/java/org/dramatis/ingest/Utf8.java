package org.dramatis.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.dramatis.model.Problem;

/** Strict decoding: bytes are UTF-8 or they are refused, and nothing is replaced or normalised. */
public final class Utf8 {

  private Utf8() {}

  /** The text that the bytes encode, or the place of the first byte that encodes nothing. */
  public static Outcome<String> decode(String name, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (!result.isError()) {
      return Outcome.of(text);
    }
    int offset = in.position();
    return Outcome.refused(
        new Problem.Malformed(
            Position.endOf(text).in(name),
            "byte %d (0x%02X) is not UTF-8".formatted(offset, bytes[offset]),
            "save the file as UTF-8"));
  }
}
