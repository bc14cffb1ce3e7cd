package org.dramatis.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dramatis.link.search.Summary;

/** An entity on a card, for the page of somebody else to put into a frame. */
public final class PreviewPage {

  /** So many values of a property fit on a card. */
  private static final int SHOWN = 4;

  private PreviewPage() {}

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
  }

  /**
   * The whole page.
   *
   * @param address where all of it is told
   */
  public static String write(
      Node entity, String name, Summary summary, List<Line> lines, String address) {
    return Frame.head(name)
        + """
        <body>
        <main>
        %s</main>
        </body>
        </html>
        """
            .formatted(card(entity, name, summary, lines, address));
  }

  /** What stands on it. */
  public static String card(
      Node entity, String name, Summary summary, List<Line> lines, String address) {
    StringBuilder card = new StringBuilder();
    card.append(
        "<p><strong><a href=\"%s\" target=\"_blank\" rel=\"noopener\">%s</a></strong>%n"
            .formatted(Html.escape(address), Html.escape(name)));
    card.append(
        "<span>%s</span></p>%n"
            .formatted(
                summary.types().stream()
                    .map(type -> Html.escape(type.label()))
                    .collect(Collectors.joining(", "))));
    summary
        .description()
        .ifPresent(text -> card.append("<p>%s</p>%n".formatted(Html.escape(text))));
    if (!lines.isEmpty()) {
      card.append("<dl>\n");
      lines.forEach(line -> card.append(show(line)));
      card.append("</dl>\n");
    }
    return card.append("<p><code>%s</code></p>%n".formatted(Html.escape(entity.getURI())))
        .toString();
  }

  private static String show(Line line) {
    String values =
        line.values().stream().limit(SHOWN).map(Html::escape).collect(Collectors.joining(", "));
    String rest = line.values().size() > SHOWN ? ", …" : "";
    return "<dt>%s</dt><dd>%s%s</dd>%n".formatted(Html.escape(line.property()), values, rest);
  }
}
