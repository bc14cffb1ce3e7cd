package org.dramatis.http.upload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * Takes a body of {@code multipart/form-data} (RFC 7578) apart. It has to be whole: a first
 * boundary, headers and a blank line in each part, and the closing boundary.
 */
final class Multipart {

  private static final String LINE = "\r\n";

  /**
   * A field of the form.
   *
   * @param name what the form calls it
   * @param body what it holds
   */
  record Part(String name, Body body) {}

  private final String text;
  private final byte[] bytes;
  private final String delimiter;

  private Multipart(byte[] bytes, String boundary) {
    this.bytes = bytes;
    // One char a byte, so that what is found in the text is at the same place in the bytes.
    this.text = new String(bytes, StandardCharsets.ISO_8859_1);
    this.delimiter = "--" + boundary;
  }

  /** The parts, in their order. */
  static List<Part> parse(byte[] bytes, String boundary) throws RequestRefusedException {
    return new Multipart(bytes, boundary).parts();
  }

  private List<Part> parts() throws RequestRefusedException {
    List<Part> parts = new ArrayList<>();
    int at = text.startsWith(delimiter) ? 0 : text.indexOf(LINE + delimiter) + LINE.length();
    require(text.startsWith(delimiter, at), "there is no first boundary");
    while (true) {
      int begin = at + delimiter.length();
      if (text.startsWith("--", begin)) {
        return parts;
      }
      require(text.startsWith(LINE, begin), "a boundary is not a line by itself");
      int end = text.indexOf(LINE + delimiter, begin);
      require(end >= 0, "the closing boundary is missing: the form was cut off");
      parts.add(part(begin + LINE.length(), end));
      at = end + LINE.length();
    }
  }

  private Part part(int begin, int end) throws RequestRefusedException {
    int blank = text.indexOf(LINE + LINE, begin);
    require(begin <= blank && blank <= end, "a part has no blank line behind its headers");
    Map<String, String> headers = headers(text.substring(begin, blank));
    String[] type = headers.getOrDefault("content-type", "").split(";", 2);
    String disposition = headers.getOrDefault("content-disposition", "");
    int body = Math.min(blank + 2 * LINE.length(), end);
    return new Part(
        HeaderParameters.find(disposition, "name").orElse("part"),
        new Body(
            type[0].strip().toLowerCase(Locale.ROOT),
            type.length > 1 ? type[1].strip() : "",
            Arrays.copyOfRange(bytes, body, end)));
  }

  private static Map<String, String> headers(String lines) throws RequestRefusedException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines.split(LINE, -1)) {
      String[] parts = line.split(":", 2);
      require(parts.length == 2, "a header of a part has no colon");
      headers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
    }
    return headers;
  }

  private static void require(boolean condition, String otherwise) throws RequestRefusedException {
    if (!condition) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("this is not multipart/form-data: " + otherwise));
    }
  }
}
