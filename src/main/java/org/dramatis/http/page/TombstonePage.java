package org.dramatis.http.page;

import java.util.Optional;
import org.dramatis.link.Tombstone;

/** What is told to a person who comes to an address that was merged into another or retired. */
public final class TombstonePage {

  private TombstonePage() {}

  /**
   * The page.
   *
   * @param links where its links lead
   */
  public static String write(Tombstone tombstone, String title, LocalLinks links) {
    StringBuilder page = new StringBuilder(Frame.open(title));
    page.append("<h1>").append(Html.escape(title)).append("</h1>\n");
    page.append("<p><code>").append(Html.escape(tombstone.gone().getURI())).append("</code></p>\n");
    page.append(
        tombstone
            .successor()
            .map(successor ->
                "<p class=\"hint\">Use %s instead.</p>\n"
                    .formatted(links.show(successor, Optional.empty())))
            .orElse("<p class=\"hint\">Nothing is to be used instead.</p>\n"));
    page.append(
        "<p>%s, by %s, on <time>%s</time>.</p>%n"
            .formatted(
                Html.escape(tombstone.why()),
                Html.escape(tombstone.by()),
                Html.escape(tombstone.ended())));
    page.append("<p>Versions of the data before that still have it.</p>\n");
    return page.append(Frame.close()).toString();
  }
}
