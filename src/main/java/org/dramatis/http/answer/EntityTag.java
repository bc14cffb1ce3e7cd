package org.dramatis.http.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.model.Sha256;

/**
 * A strong validator: the same tag, the same answer.
 *
 * @param value what stands between the quotes for the answer as it is
 */
public record EntityTag(String value) {

  private static final int BYTES = 15;
  private static final String GZIP_SUFFIX = "-gzip";
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

  /** The tag of what is determined by these parts, in this order. */
  public static EntityTag of(String... parts) {
    MessageDigest digest = Sha256.engine();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    byte[] start = Arrays.copyOf(digest.digest(), BYTES);
    return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(start));
  }

  /** The tag as a header has it: the same answer in another coding has another one. */
  public String header(ContentCoding coding) {
    return switch (coding) {
      case IDENTITY -> '"' + value + '"';
      case GZIP -> '"' + value + GZIP_SUFFIX + '"';
    };
  }

  /** Whether the header {@code If-None-Match} names this answer, in whatever coding. */
  public boolean isIn(String ifNoneMatch) {
    Matcher tags = TAG.matcher(ifNoneMatch);
    while (tags.find()) {
      if (tags.group(1).equals(value) || tags.group(1).equals(value + GZIP_SUFFIX)) {
        return true;
      }
    }
    return false;
  }
}
