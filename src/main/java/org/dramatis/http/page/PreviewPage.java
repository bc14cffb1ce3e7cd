package org.dramatis.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dramatis.link.search.Summary;

/**
 * An entity on a card, for the page of somebody else to put into a frame. It has nothing of what
 * pages have in common.
 *
 * @param iri its name
 * @param name what it is called
 * @param lines what tells it from others
 * @param address where all of it is told
 */
public record PreviewPage(
    String iri, String name, Summary summary, List<Line> lines, Link address) {

  /** So many values of a property fit on a card. */
  private static final int SHOWN = 4;

  /**
   * A line on the card.
   *
   * @param property what is told
   * @param values what it is
   */
  public record Line(String property, List<String> values) {

    /** Copies the list. */
    public Line {
      values = List.copyOf(values);
    }

    /** As many of the values as fit. */
    public String shown() {
      String rest = values.size() > SHOWN ? ", …" : "";
      return String.join(", ", values.stream().limit(SHOWN).toList()) + rest;
    }
  }

  /** The card alone, as a part of another page. */
  public record Card(PreviewPage of) {}

  /** The headers of a page that anybody may frame, and that still runs nothing. */
  public static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>(PageHeaders.ALL);
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors *; sandbox allow-popups allow-popups-to-escape-sandbox");
    headers.remove("X-Frame-Options");
    headers.remove("Cross-Origin-Opener-Policy");
    return headers;
  }

  /** The whole page. */
  public String html() {
    return Templates.part(this);
  }

  /** What stands on it. */
  public String card() {
    return Templates.part(new Card(this));
  }
}
