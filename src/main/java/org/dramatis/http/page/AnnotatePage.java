package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** A text in which what is known has links, and a form to send another. */
public final class AnnotatePage {

  /** A longer text is not put into the form again, so that a page stays a page. */
  private static final int LONGEST_SHOWN = 100_000;

  /** A piece of the text. */
  public sealed interface Piece {

    /** Nothing known is in it. */
    record Words(String text) implements Piece {}

    /**
     * It is a mention.
     *
     * @param start where it begins in what was sent
     * @param end behind its last character
     * @param things what it may be of, the likeliest first
     */
    record Marked(String text, int start, int end, List<Thing> things) implements Piece {}
  }

  /**
   * Something that is mentioned.
   *
   * @param iri which
   * @param label what it is listed as
   * @param types what it is
   * @param score how sure that is
   */
  public record Thing(Node iri, String label, List<String> types, double score) {}

  private AnnotatePage() {}

  /** The form alone. */
  public static String empty() {
    return Frame.open("Annotate") + "<h1>Annotate a text</h1>\n" + form("") + Frame.close();
  }

  /** A text with its mentions, which are listed below it. */
  public static String of(String input, List<Piece> pieces) {
    StringBuilder page = new StringBuilder(Frame.open("Annotate"));
    page.append("<h1>Annotate a text</h1>\n")
        .append(form(input.length() > LONGEST_SHOWN ? "" : input))
        .append("<h2>What it speaks of</h2>\n<p class=\"annotated\" dir=\"auto\">");
    pieces.forEach(piece -> page.append(write(piece)));
    page.append("</p>\n");
    List<Piece.Marked> marked =
        pieces.stream()
            .filter(Piece.Marked.class::isInstance)
            .map(Piece.Marked.class::cast)
            .toList();
    if (marked.isEmpty()) {
      page.append("<p>Nothing that is known here is mentioned in it.</p>\n");
    } else {
      page.append("<table><thead><tr><th>Where<th>Words<th>What<th>Sure<th>Or else</tr></thead>\n");
      marked.forEach(mark -> page.append(row(mark)));
      page.append("</table>\n");
    }
    return page.append(Frame.close()).toString();
  }

  private static String form(String text) {
    return """
    <form class="search" action="/annotate" method="post" accept-charset="utf-8">
    <label for="text">A text, in which people, characters, works, songs and places are found</label>
    <textarea id="text" name="text" rows="8" required>
    %s</textarea>
    <label for="type">It is</label>
    <select id="type" name="type">
    <option value="text/plain">plain text</option>
    <option value="text/html">HTML</option>
    </select>
    <label for="lang">Only names in the language</label>
    <input id="lang" name="lang" maxlength="35" placeholder="any, or such as en">
    <button>Annotate</button>
    </form>
    """
        .formatted(Html.escape(text));
  }

  private static String write(Piece piece) {
    return switch (piece) {
      case Piece.Words(String text) -> Html.escape(text);
      case Piece.Marked(String text, int _, int _, List<Thing> things) ->
          "<mark>%s</mark>"
              .formatted(LocalLinks.NEWEST.show(things.getFirst().iri(), Optional.of(text)));
    };
  }

  private static String row(Piece.Marked mark) {
    Thing chosen = mark.things().getFirst();
    return "<tr><td>%d–%d<td dir=\"auto\">%s<td>%s<td>%.2f<td>%s</tr>%n"
        .formatted(
            mark.start(),
            mark.end(),
            Html.escape(mark.text()),
            shown(chosen),
            chosen.score(),
            mark.things().stream()
                .skip(1)
                .map(AnnotatePage::shown)
                .collect(Collectors.joining(", ")));
  }

  private static String shown(Thing thing) {
    return "%s <span class=\"types\">%s</span>"
        .formatted(
            LocalLinks.NEWEST.show(thing.iri(), Optional.of(thing.label())),
            Html.escape(String.join(", ", thing.types())));
  }
}
