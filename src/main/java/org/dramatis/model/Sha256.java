package org.dramatis.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A digest as FIPS 180-4 defines it.
 *
 * @param hex its 64 hexadecimal digits, in lower case
 */
public record Sha256(String hex) {

  private static final String PREFIX = "sha256:";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** Refuses what is not a digest. */
  public Sha256 {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("not 64 hexadecimal digits in lower case: " + hex);
    }
  }

  /** What is fed piece by piece. */
  public static MessageDigest engine() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** The digest of all that an engine was fed, which then begins anew. */
  public static Sha256 of(MessageDigest engine) {
    return new Sha256(HexFormat.of().formatHex(engine.digest()));
  }

  /** The digest of some bytes. */
  public static Sha256 of(byte[] bytes) {
    MessageDigest engine = engine();
    engine.update(bytes);
    return of(engine);
  }

  /** The digest of a text in UTF-8. */
  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #toString} writes; empty if it is anything else. */
  public static Optional<Sha256> parse(String text) {
    String hex = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
    return HEX.matcher(hex).matches() ? Optional.of(new Sha256(hex)) : Optional.empty();
  }

  /** Compares in a time that tells nothing of how much is right. */
  public boolean isSame(Sha256 other) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
  }

  /** Its 32 bytes in Base64, as content security policies name digests. */
  public String base64() {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  /** The digest behind the name of its algorithm: {@code sha256:e3b0…}. */
  @Override
  public String toString() {
    return PREFIX + hex;
  }
}
