package org.dramatis.http.page;

import java.util.Map;

/** The headers that every page has. */
public final class PageHeaders {

  /** The media type of pages. */
  public static final String HTML = "text/html";

  /**
   * Pages load what this program serves as files and run nothing that stands in them, and nobody
   * else frames or opens them.
   */
  public static final Map<String, String> ALL = headers("'self'");

  /** The same, where the page says where its modules are. */
  private static final Map<String, String> WITH_MODULES =
      headers("'self' " + Modules.importMapSource());

  private static Map<String, String> headers(String scripts) {
    return Map.of(
        "Content-Type",
        HTML + ";charset=utf-8",
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src %s; img-src 'self'; ".formatted(scripts)
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "X-Frame-Options",
        "DENY",
        "Referrer-Policy",
        "no-referrer",
        "Cross-Origin-Opener-Policy",
        "same-origin",
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=()");
  }

  /** The headers of a page. */
  public static Map<String, String> of(Page page) {
    return page.script().isPresent() ? WITH_MODULES : ALL;
  }

  private PageHeaders() {}
}
