package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What pages from other sites may do in a browser: read whatever anybody may read, without
 * credentials, and see our headers.
 */
public final class CrossOrigin {

  private static final String EXPOSED =
      "Allow, Accept-Post, Accept-Ranges, Content-Encoding, Content-Length, Content-Location, Content-Digest, Content-Range, Dramatis-Rows,"
          + " Dramatis-Truncated, Dramatis-Version, Dramatis-Version-Id, Dramatis-Warning, ETag,"
          + " Link, Location, Memento-Datetime, Repr-Digest, Retry-After, X-Request-Id";
  private static final String ALLOWED_HEADERS =
      "Accept, Accept-Datetime, Accept-Language, Cache-Control, Content-Type, If-None-Match, If-Range, Range, X-Request-Id";
  private static final String A_DAY = "86400";

  /** The headers that let a page from anywhere read the answer. */
  public static final Map<String, String> READING =
      Map.of(
          "Access-Control-Allow-Origin", "*",
          "Access-Control-Expose-Headers", EXPOSED,
          "Cross-Origin-Resource-Policy", "cross-origin");

  private CrossOrigin() {}

  /** Lets a page from anywhere read the answer. */
  static void allowReading(HttpServletResponse response) {
    READING.forEach(response::setHeader);
  }

  /** Tells a browser in advance what such a page may ask. */
  static void answerPreflight(String methods, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Methods", methods);
    response.setHeader("Access-Control-Allow-Headers", ALLOWED_HEADERS);
    response.setHeader("Access-Control-Max-Age", A_DAY);
  }
}
