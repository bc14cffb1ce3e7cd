package org.dramatis.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** What was found by a name, and a form to look for another. */
public final class SearchPage {

  /**
   * One thing that was found.
   *
   * @param iri which
   * @param label what it is listed as
   * @param types what it is
   * @param description one line of it, if there is one
   * @param matched the name by which it was found
   * @param kind what that name is
   * @param why it was found by it
   * @param sources that call it so, and what they are called
   */
  public record Row(
      Node iri,
      String label,
      List<String> types,
      Optional<String> description,
      String matched,
      String kind,
      String why,
      Map<Node, Optional<String>> sources) {}

  private SearchPage() {}

  /** The form alone. */
  public static String empty() {
    return Frame.open("Search") + "<h1>Search</h1>\n" + form("") + Frame.close();
  }

  /** The form as small as it goes on other pages. */
  static String form(String text) {
    return """
    <form class="search" action="/search" role="search">
    <label for="q">Find a work, a person, a character, a song</label>
    <input id="q" name="q" type="search" required maxlength="500" value="%s">
    <button>Search</button>
    </form>
    """
        .formatted(Html.escape(text));
  }

  /**
   * What was found.
   *
   * @param next the address of the rest, if there is more
   */
  public static String of(String text, List<Row> rows, Optional<String> next) {
    StringBuilder page = new StringBuilder(Frame.open("Search: " + text));
    page.append("<h1>Search</h1>\n").append(form(text));
    if (rows.isEmpty()) {
      page.append("<p>Nothing is called like <b>%s</b>.</p>%n".formatted(Html.escape(text)));
    }
    page.append("<ol class=\"found\">\n");
    rows.forEach(row -> page.append(write(row)));
    page.append("</ol>\n");
    next.ifPresent(address -> page.append("<p>").append(Html.link(address, "More")).append("</p>"));
    return page.append(Frame.close()).toString();
  }

  private static String write(Row row) {
    return """
    <li><p>%s <span class="types">%s</span></p>
    %s<p class="matched">%s “<b dir="auto">%s</b>”: %s. %s</p></li>
    """
        .formatted(
            LocalLinks.NEWEST.show(row.iri(), Optional.of(row.label())),
            Html.escape(String.join(", ", row.types())),
            row.description().map(text -> "<p>" + Html.escape(text) + "</p>\n").orElse(""),
            Html.escape(row.kind()),
            Html.escape(row.matched()),
            Html.escape(row.why()),
            sources(row.sources()));
  }

  private static String sources(Map<Node, Optional<String>> sources) {
    return sources.isEmpty()
        ? ""
        : sources.entrySet().stream()
            .map(source -> LocalLinks.NEWEST.show(source.getKey(), source.getValue()))
            .collect(Collectors.joining(", ", "Said by ", "."));
  }
}
