package org.dramatis.http.page;

import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.history.NetChange;

/** What changed between two versions as a page. */
public final class DiffPage {

  /** Nobody reads more; a page with all of a large change would stop a browser. */
  private static final int MOST = 1000;

  private DiffPage() {}

  /** Writes the page; statements that it does not show are counted, and said to be left out. */
  public static String write(NetChange net) {
    String title = "From version %s to version %s".formatted(net.from(), net.to());
    String here = "/diff?from=%s&to=%s".formatted(net.from(), net.to());
    StringBuilder page = new StringBuilder(Frame.open(title));
    page.append("<h1>").append(title).append("</h1>\n<p>Versions: ");
    page.append(versionLink(net.from().number()))
        .append(" · ")
        .append(versionLink(net.to().number()))
        .append(" · ")
        .append(Html.link("/diff?from=%s&to=%s".formatted(net.to(), net.from()), "the way back"))
        .append("</p>\n");
    part("Added", net.added(), net.added().count(), page);
    part("Deleted", net.deleted(), net.deleted().count(), page);
    page.append("<p>All of it as data: ")
        .append(Html.link(here + "&format=patch", "RDF Patch"))
        .append(" · ")
        .append(Html.link(here + "&format=json", "JSON"))
        .append(" · ")
        .append(Html.link(here + "&part=added&format=ttl", "what is added, as Turtle"))
        .append(" · ")
        .append(Html.link(here + "&part=deleted&format=ttl", "what is deleted, as Turtle"))
        .append("</p>\n");
    return page.append(Frame.close()).toString();
  }

  private static String versionLink(long number) {
    return number == 0 ? "0" : Html.link("/history/" + number, Long.toString(number));
  }

  private static void part(String name, Stream<Quad> quads, long count, StringBuilder page) {
    page.append("<h2>%s: %,d</h2>\n".formatted(name, count));
    if (count == 0) {
      return;
    }
    page.append(
        """
        <div class="wide" role="region" aria-label="%s" tabindex="0"><table>
        <thead><tr><th scope="col">subject</th><th scope="col">predicate</th><th scope="col">object</th><th scope="col">graph</th></tr></thead>
        <tbody>
        """
            .formatted(name));
    quads
        .limit(MOST)
        .forEach(quad ->
            page.append("<tr><td>")
                .append(TermCell.of(quad.getSubject()))
                .append("</td><td>")
                .append(TermCell.of(quad.getPredicate()))
                .append("</td><td>")
                .append(TermCell.of(quad.getObject()))
                .append("</td><td>")
                .append(quad.isDefaultGraph() ? "" : TermCell.of(quad.getGraph()))
                .append("</td></tr>\n"));
    page.append("</tbody>\n</table></div>\n");
    if (count > MOST) {
      page.append(
          "<p><strong>This is not all: %,d more are not shown here; the data below has them.</strong></p>\n"
              .formatted(count - MOST));
    }
  }
}
