package org.dramatis.http.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A link in our own words.
 *
 * @param address where it leads: on this server or on the web, and never to a script
 * @param text what stands there
 */
public record Link(String address, String text) {

  /** A path that begins with two slashes would be the name of another host. */
  private static final Pattern SAFE =
      Pattern.compile("(?:/(?![/\\\\])|[#?]|https?://)\\P{Cntrl}*|/");

  /** Refuses an address that is none of a page. */
  public Link {
    if (!isSafe(address)) {
      throw new IllegalArgumentException("no page is at " + address);
    }
  }

  /** Whether a browser that follows an address only ever opens a page. */
  static boolean isSafe(String address) {
    return SAFE.matcher(address).matches();
  }

  /** Whether an IRI is that of something on the web. */
  static boolean isWeb(String iri) {
    return iri.startsWith("https://") || iri.startsWith("http://");
  }

  /** A link that runs a query. */
  public static Link query(String query, String text) {
    return new Link("/sparql?query=" + encoded(query), text);
  }

  /** A value as a part of an address. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
