package org.dramatis.http.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.entity.Portrait;
import org.dramatis.entity.SchemaWords;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Terms;
import org.dramatis.model.Version;

/**
 * What a profile without claims tells of a thing, as a page.
 *
 * @param portrait the thing, with the labels of what is near
 * @param told what is told of it
 * @param links where its links lead
 */
public record ProfilePage(Portrait portrait, Graph told, LocalLinks links) {

  private static final Comparator<Triple> BY_SUBJECT =
      Comparator.comparing(Triple::getPredicate, TermOrder.INSTANCE)
          .thenComparing(Triple::getSubject, TermOrder.INSTANCE);
  private static final Comparator<Triple> BY_OBJECT =
      Comparator.comparing(Triple::getPredicate, TermOrder.INSTANCE)
          .thenComparing(Triple::getObject, TermOrder.INSTANCE);

  /**
   * The page.
   *
   * @param profiles the addresses of all profiles, by their names
   * @param formats the addresses of the same as data, by the names of the formats
   */
  public String write(Version version, Map<String, String> profiles, Map<String, String> formats) {
    Node thing = portrait.thing();
    String title = label(thing).orElseGet(() -> Terms.show(thing));
    StringBuilder page = new StringBuilder(Frame.open(title));
    page.append("<h1>%s</h1>%n".formatted(Html.escape(title)));
    page.append("<p><code>%s</code></p>%n".formatted(Html.escape(thing.getURI())));
    page.append("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">property</th>");
    page.append("<th scope=\"col\">value</th></tr></thead>\n<tbody>\n");
    told.find(thing, Node.ANY, Node.ANY).toList().stream()
        .sorted(BY_OBJECT)
        .forEach(triple ->
            page.append(
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>%n"
                    .formatted(show(triple.getPredicate()), show(triple.getObject()))));
    page.append("</tbody>\n</table></div>\n");
    List<Triple> pointing =
        told.find(Node.ANY, Node.ANY, thing).toList().stream().sorted(BY_SUBJECT).toList();
    if (!pointing.isEmpty()) {
      page.append("<h2>What points here</h2>\n<ul>\n");
      pointing.forEach(triple ->
          page.append(
              "<li>%s · %s</li>%n"
                  .formatted(show(triple.getSubject()), show(triple.getPredicate()))));
      page.append("</ul>\n");
    }
    page.append("<p>Who says so is left out here.</p>\n");
    page.append(footer(version, profiles, formats));
    return page.append(Frame.close()).toString();
  }

  /** What leads from a page to the same in other profiles, and as data. */
  static String footer(Version version, Map<String, String> profiles, Map<String, String> formats) {
    return "<p>Version %s of the data. Profiles: %s. The same as data: %s</p>%n"
        .formatted(version, addresses(profiles), addresses(formats));
  }

  private static String addresses(Map<String, String> named) {
    return named.entrySet().stream()
        .map(each -> Html.link(each.getValue(), each.getKey()))
        .collect(Collectors.joining(" · "));
  }

  private Optional<String> label(Node node) {
    return portrait
        .label(node)
        .or(() -> text(node, RDFS.Nodes.label))
        .or(() -> text(node, SchemaWords.NAME));
  }

  private Optional<String> text(Node node, Node property) {
    return told.find(node, property, Node.ANY).toList().stream()
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .min(TermOrder.INSTANCE)
        .map(Node::getLiteralLexicalForm);
  }

  private String show(Node node) {
    return links.show(node, node.isURI() ? label(node) : Optional.empty());
  }
}
