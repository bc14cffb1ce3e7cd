package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dramatis.link.identifier.Held;
import org.dramatis.link.identifier.Identified;
import org.dramatis.link.identifier.Schemes;

/** What other catalogues call things here, and a form to look for more. */
public final class LookupPage {

  /**
   * What was found for an identifier.
   *
   * @param key the scheme that was asked for
   * @param text the identifier that was asked for
   * @param entities that have it
   * @param conflicts what cannot all be right
   * @param note why it is not quite what was asked for
   */
  public record Result(
      String key,
      String text,
      List<Identified> entities,
      List<String> conflicts,
      Optional<String> note) {}

  private LookupPage() {}

  /** The form alone. */
  public static String empty(Schemes schemes) {
    return open("Lookup") + form("", "", schemes) + Frame.close();
  }

  /** What was found, with the form. */
  public static String of(Result result, Schemes schemes) {
    StringBuilder page = new StringBuilder(open("Lookup: " + result.text()));
    page.append(form(result.key(), result.text(), schemes));
    result
        .note()
        .ifPresent(note -> page.append("<p class=\"hint\">%s</p>%n".formatted(Html.escape(note))));
    result
        .conflicts()
        .forEach(
            conflict -> page.append("<p class=\"hint\">%s</p>%n".formatted(Html.escape(conflict))));
    result.entities().forEach(entity -> page.append(write(entity)));
    return page.append(Frame.close()).toString();
  }

  /** All identifiers of one entity. */
  public static String of(Identified entity) {
    String title = "Identifiers of " + entity.label().orElse(entity.entity().getURI());
    return Frame.open(title)
        + "<h1>%s</h1>\n".formatted(Html.escape(title))
        + write(entity)
        + Frame.close();
  }

  private static String open(String title) {
    return Frame.open(title) + "<h1>Lookup</h1>\n";
  }

  private static String form(String key, String text, Schemes schemes) {
    String options =
        schemes.byKey().entrySet().stream()
            .map(entry ->
                "<option value=\"%s\"%s>%s</option>"
                    .formatted(
                        Html.escape(entry.getKey()),
                        entry.getKey().equals(key) ? " selected" : "",
                        Html.escape(
                            entry.getValue().stream()
                                .map(scheme -> scheme.label())
                                .collect(Collectors.joining(", ")))))
            .collect(Collectors.joining("\n"));
    return """
    <form class="search" action="/lookup" role="search">
    <label for="scheme">Catalogue</label>
    <select id="scheme" name="scheme">
    <option value="url">any, by the address of a page</option>
    %s
    </select>
    <label for="id">Identifier, or the address of its page</label>
    <input id="id" name="id" required maxlength="2000" value="%s">
    <button>Look up</button>
    </form>
    """
        .formatted(options, Html.escape(text));
  }

  private static String write(Identified entity) {
    StringBuilder part = new StringBuilder();
    part.append(
        "<h2>%s <span class=\"types\">%s</span></h2>%n"
            .formatted(
                LocalLinks.NEWEST.show(entity.entity(), entity.label()),
                terms(entity.types(), entity)));
    if (entity.identifiers().isEmpty()) {
      return part.append("<p>No other catalogue is known to have it.</p>\n").toString();
    }
    part.append(
        """
        <div class="wide" role="region" aria-label="Identifiers" tabindex="0"><table>
        <thead><tr><th>Catalogue<th>Identifier<th>Said by<th>How sure</tr></thead>
        """);
    entity.identifiers().forEach(held -> part.append(row(held, entity)));
    return part.append("</table></div>\n").toString();
  }

  private static String row(Held held, Identified entity) {
    String shown =
        held.scheme()
            .page(held.value())
            .map(address -> Html.link(address, held.value()))
            .orElseGet(() -> Html.escape(held.value()));
    return "<tr><td>%s<td>%s<td>%s<td>%s</tr>%n"
        .formatted(
            Html.escape(held.scheme().label()),
            shown,
            terms(held.claims().stream().flatMap(said -> said.source().stream()).toList(), entity),
            terms(
                held.claims().stream()
                    .flatMap(said -> said.certainty().or(said::modality).stream())
                    .toList(),
                entity));
  }

  private static String terms(List<Node> nodes, Identified entity) {
    return nodes.stream()
        .distinct()
        .map(node -> LocalLinks.NEWEST.show(node, Optional.ofNullable(entity.labels().get(node))))
        .collect(Collectors.joining(", "));
  }
}
