package org.dramatis.http.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * The whole body of a request, with its media type. Nothing is done with a body before its last
 * byte is here, so that one that was cut off has no effect.
 *
 * @param mediaType the media type without parameters, in lower case; empty if none is given
 * @param parameters the parameters of the media type as they were sent
 * @param bytes the body without its encoding
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
public record Body(String mediaType, String parameters, byte[] bytes) {

  private static final int PIECE = 64 * 1024;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

  /**
   * Waits for the body to arrive.
   *
   * @param share is charged for what has arrived and what is unzipped
   */
  public static Body read(HttpServletRequest request, long limit, HeldBytes.Share share)
      throws IOException, RequestRefusedException {
    boolean zipped = isZipped(request);
    long announced = request.getContentLengthLong();
    if (announced > limit) {
      throw tooLarge(limit);
    }
    byte[] sent = read(request.getInputStream(), limit, share);
    if (announced >= 0 && sent.length != announced) {
      throw new EOFException("the body was cut off after %d bytes".formatted(sent.length));
    }
    String[] type = Optional.ofNullable(request.getContentType()).orElse("").split(";", 2);
    return new Body(
        type[0].strip().toLowerCase(Locale.ROOT),
        type.length > 1 ? type[1].strip() : "",
        zipped ? unzip(sent, limit, share) : sent);
  }

  private static boolean isZipped(HttpServletRequest request) throws RequestRefusedException {
    String encoding =
        Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity").strip();
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity", "" -> false;
      case "gzip", "x-gzip" -> true;
      default ->
          throw new RequestRefusedException(
              HttpProblem.unsupportedType(
                  "a body encoded as %s is not read; gzip is".formatted(encoding)));
    };
  }

  private static byte[] read(InputStream in, long limit, HeldBytes.Share share)
      throws IOException, RequestRefusedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] piece = in.readNBytes(PIECE);
    while (piece.length > 0) {
      if (bytes.size() + (long) piece.length > Math.min(limit, LARGEST_ARRAY)) {
        throw tooLarge(limit);
      }
      share.take(piece.length);
      bytes.writeBytes(piece);
      piece = in.readNBytes(PIECE);
    }
    return bytes.toByteArray();
  }

  private static byte[] unzip(byte[] zipped, long limit, HeldBytes.Share share)
      throws IOException, RequestRefusedException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return read(in, limit, share);
    } catch (EOFException ended) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("the body is not whole gzip: it ends too early"));
    } catch (ZipException broken) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("the body is not whole gzip: " + broken.getMessage()));
    }
  }

  /** The body as text, which is UTF-8 and says nothing else. */
  public String text() throws RequestRefusedException {
    requireUtf8();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new RequestRefusedException(HttpProblem.badRequest("the body is not UTF-8"));
    }
  }

  /** Refuses another charset than UTF-8. */
  public void requireUtf8() throws RequestRefusedException {
    Optional<String> charset = parameter("charset");
    if (charset.isPresent() && !charset.get().equalsIgnoreCase("utf-8")) {
      throw new RequestRefusedException(
          HttpProblem.unsupportedType(
              "the charset %s is not read; send UTF-8".formatted(charset.get())));
    }
  }

  /** A parameter of the media type. */
  public Optional<String> parameter(String name) {
    return HeaderParameters.find(parameters, name);
  }

  private static RequestRefusedException tooLarge(long limit) {
    return new RequestRefusedException(
        HttpProblem.tooLarge("a body of more than %,d bytes is not read".formatted(limit)));
  }
}
