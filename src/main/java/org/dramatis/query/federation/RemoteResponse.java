package org.dramatis.query.federation;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response in HTTP/1.1, read to its end. One that is cut off, too large or malformed is an
 * IOException.
 *
 * @param headers by name in lower case
 * @param body empty unless the status is 200
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
record RemoteResponse(int status, Map<String, String> headers, byte[] body) {

  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final int MOST_INTERIM_RESPONSES = 5;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[ \\t]*(?:;.*)?");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

  static RemoteResponse read(InputStream in, int mostBytes) throws IOException {
    for (int i = 0; i < MOST_INTERIM_RESPONSES; i++) {
      Matcher line = STATUS.matcher(line(in));
      if (!line.matches()) {
        throw new IOException("it does not speak HTTP/1.1");
      }
      int status = Integer.parseInt(line.group(1));
      Map<String, String> headers = headers(in);
      if (status == 200) {
        return new RemoteResponse(status, headers, body(in, headers, mostBytes));
      }
      if (status >= 200) {
        return new RemoteResponse(status, headers, new byte[0]);
      }
    }
    throw new IOException("it does not come to an answer");
  }

  /** The value of a header, or an empty string. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The media type without its parameters. */
  String mediaType() {
    return header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < MOST_HEADERS; i++) {
      String line = line(in);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("it sends a malformed header");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      String before = headers.put(name, value);
      if (before != null && !before.equals(value) && name.equals("content-length")) {
        throw new IOException("it states two lengths");
      }
    }
    throw new IOException("it sends too many headers");
  }

  private static byte[] body(InputStream in, Map<String, String> headers, int mostBytes)
      throws IOException {
    String encoding = headers.getOrDefault("content-encoding", "identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw new IOException("it sends an encoding that was not asked for");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String transfer = headers.getOrDefault("transfer-encoding", "");
    String length = headers.getOrDefault("content-length", "");
    if (transfer.equalsIgnoreCase("chunked")) {
      chunks(in, body, mostBytes);
    } else if (!transfer.isEmpty()) {
      throw new IOException("it sends a transfer encoding that was not asked for");
    } else if (LENGTH.matcher(length).matches()) {
      take(in, body, Integer.parseInt(length), mostBytes);
    } else if (length.isEmpty()) {
      body.write(in.readNBytes(mostBytes + 1));
      requireSpace(body.size(), mostBytes);
    } else {
      throw new IOException("it states no usable length");
    }
    return body.toByteArray();
  }

  private static void chunks(InputStream in, ByteArrayOutputStream body, int mostBytes)
      throws IOException {
    while (true) {
      Matcher size = CHUNK.matcher(line(in));
      if (!size.matches()) {
        throw new IOException("it sends a malformed chunk");
      }
      int length = Integer.parseInt(size.group(1), 16);
      if (length == 0) {
        headers(in);
        return;
      }
      take(in, body, length, mostBytes);
      if (!line(in).isEmpty()) {
        throw new IOException("it sends a malformed chunk");
      }
    }
  }

  private static void take(InputStream in, ByteArrayOutputStream body, int length, int mostBytes)
      throws IOException {
    requireSpace((long) body.size() + length, mostBytes);
    byte[] bytes = in.readNBytes(length);
    body.write(bytes);
    if (bytes.length < length) {
      throw new EOFException("its answer was cut off");
    }
  }

  private static void requireSpace(long bytes, int mostBytes) throws IOException {
    if (bytes > mostBytes) {
      throw new IOException("its answer has more than %,d bytes".formatted(mostBytes));
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("its answer was cut off");
      }
      if (line.size() == LONGEST_LINE) {
        throw new IOException("it sends a line that is too long");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
