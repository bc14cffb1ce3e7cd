package org.dramatis.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.model.Sha256;

/**
 * A text whose parts are addressed by Unicode code points and known by the digest of their UTF-8.
 */
final class TextWindow {

  /** How far from its stated place a passage of another length is looked for. */
  private static final int NEARBY = 60;

  /** The longest passage for which every shorter one is tried too. */
  private static final int LONGEST = 400;

  private final byte[] bytes;
  private final int[] byteOffsets;
  private final MessageDigest sha256 = Sha256.engine();

  TextWindow(String text) {
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int point = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean continues = (bytes[i] & 0xC0) == 0x80;
      if (!continues) {
        offsets[point++] = i;
      }
    }
    offsets[point] = bytes.length;
    this.byteOffsets = offsets;
  }

  /** The length in code points. */
  int length() {
    return byteOffsets.length - 1;
  }

  boolean contains(Range range) {
    return !range.isEmpty() && range.end() <= length();
  }

  String words(Range range) {
    int from = byteOffsets[range.start()];
    return new String(bytes, from, byteOffsets[range.end()] - from, StandardCharsets.UTF_8);
  }

  /** The digest of the whole, as lower-case hexadecimal. */
  String digest() {
    return HexFormat.of().formatHex(digest(new Range(0, length())));
  }

  boolean has(byte[] digest, Range range) {
    return MessageDigest.isEqual(digest, digest(range));
  }

  /**
   * Where else the words with this digest are: anywhere if they are as many as stated, nearest
   * first; or near the stated place if they are fewer or, from the same start, a few more.
   */
  Optional<Range> find(byte[] digest, Range stated) {
    int centre = Math.min(stated.start(), length());
    int size = stated.length();
    return nearestFirst(centre, length())
        .mapToObj(start -> new Range(start, start + size))
        .filter(range -> contains(range) && has(digest, range))
        .findFirst()
        .or(() -> size > LONGEST ? Optional.empty() : findOfAnotherSize(digest, centre, size));
  }

  private Optional<Range> findOfAnotherSize(byte[] digest, int centre, int size) {
    Stream<Range> longer =
        IntStream.rangeClosed(centre + size + 1, centre + size + NEARBY)
            .mapToObj(end -> new Range(centre, end));
    Stream<Range> shorter =
        nearestFirst(centre, NEARBY + size)
            .boxed()
            .flatMap(start ->
                IntStream.range(start + 1, start + size).mapToObj(end -> new Range(start, end)));
    return Stream.concat(longer, shorter)
        .filter(range -> contains(range) && has(digest, range))
        .findFirst();
  }

  /** All starts at most so far away from the centre, those beside it before those further off. */
  private IntStream nearestFirst(int centre, int furthest) {
    return IntStream.rangeClosed(0, furthest)
        .flatMap(
            away -> away == 0 ? IntStream.of(centre) : IntStream.of(centre - away, centre + away))
        .filter(start -> start >= 0 && start < length());
  }

  private byte[] digest(Range range) {
    int from = byteOffsets[range.start()];
    sha256.update(bytes, from, byteOffsets[range.end()] - from);
    return sha256.digest();
  }
}
