package org.dramatis.http.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.entity.Portrait;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Terms;
import org.dramatis.model.Version;

/** Everything that is told of one thing, as a page. */
public final class EntityPage {

  private final Portrait portrait;
  private final LocalLinks links;
  private final StringBuilder page = new StringBuilder();

  private EntityPage(Portrait portrait, LocalLinks links) {
    this.portrait = portrait;
    this.links = links;
  }

  /**
   * The page of a thing.
   *
   * @param links where its links lead
   * @param profiles the addresses of all profiles, by their names
   * @param formats the addresses of the same as data, by the names of the formats
   */
  public static String write(
      Portrait portrait,
      Version version,
      LocalLinks links,
      Map<String, String> profiles,
      Map<String, String> formats) {
    EntityPage written = new EntityPage(portrait, links);
    written.write(version, profiles, formats);
    return written.page.toString();
  }

  private void write(Version version, Map<String, String> profiles, Map<String, String> formats) {
    Node thing = portrait.thing();
    String title = portrait.label(thing).orElseGet(() -> Terms.show(thing));
    page.append(Frame.open(title));
    page.append("<h1>").append(Html.escape(title)).append("</h1>\n");
    page.append("<p><code>").append(Html.escape(thing.getURI())).append("</code></p>\n");
    portrait
        .said()
        .forEach((subject, statements) -> {
          if (!subject.equals(thing) && subject.isURI()) {
            page.append(
                "<h2 id=\"%s\">%s</h2>%n"
                    .formatted(
                        Html.escape(fragment(subject)),
                        Html.escape(portrait.label(subject).orElseGet(() -> Terms.show(subject)))));
          }
          if (subject.isURI()) {
            writeTable(statements);
          }
        });
    writePointing();
    page.append(ProfilePage.footer(version, profiles, formats));
    page.append(
        "<p>Behind it: %s</p>%n"
            .formatted(
                Html.queryLink(allClaims(thing), "all claims about it, denied ones too")
                    + " · "
                    + Html.link(
                        "/history?about="
                            + URLEncoder.encode(thing.getURI(), StandardCharsets.UTF_8),
                        "since when, and by which changes")));
    page.append(Frame.close());
  }

  private static String fragment(Node subject) {
    String iri = subject.getURI();
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  private void writeTable(List<Triple> statements) {
    page.append("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">property</th>");
    page.append("<th scope=\"col\">value</th><th scope=\"col\">according to</th></tr></thead>\n");
    page.append("<tbody>\n");
    statements.forEach(this::writeRow);
    page.append("</tbody>\n</table></div>\n");
  }

  private void writeRow(Triple statement) {
    page.append("<tr><th scope=\"row\">%s</th><td>".formatted(show(statement.getPredicate())));
    page.append(show(statement.getObject())).append("</td><td>");
    page.append(
        portrait.claims(statement).stream().map(this::showClaim).collect(Collectors.joining(", ")));
    page.append("</td></tr>\n");
  }

  /** By whom it is made: the claim itself says more. */
  private String showClaim(Node claim) {
    Optional<String> source =
        portrait.source(claim).map(node -> portrait.label(node).orElseGet(() -> Terms.show(node)));
    return links.show(claim, source);
  }

  private void writePointing() {
    List<Triple> pointing = portrait.pointing();
    if (pointing.isEmpty()) {
      return;
    }
    page.append("<h2>What points here</h2>\n<ul>\n");
    for (Triple triple : pointing) {
      page.append(
          "<li>%s · %s</li>%n".formatted(show(triple.getSubject()), show(triple.getPredicate())));
    }
    page.append("</ul>\n");
    if (portrait.isCut()) {
      String all =
          "SELECT ?subject ?property WHERE { ?subject ?property <%s> }"
              .formatted(portrait.thing().getURI());
      page.append(
          "<p><strong>This is not all: %s.</strong></p>%n"
              .formatted(Html.queryLink(all, "ask for everything that points here")));
    }
  }

  private String show(Node node) {
    if (node.isTripleTerm()) {
      Triple triple = node.getTriple();
      return show(triple.getSubject())
          + " · "
          + show(triple.getPredicate())
          + " · "
          + show(triple.getObject());
    }
    return links.show(node, node.isURI() ? portrait.label(node) : Optional.empty());
  }

  private static String allClaims(Node thing) {
    return """
    PREFIX d: <%s>
    PREFIX rdf: <%s>
    PREFIX rdfs: <%s>

    SELECT ?claim ?label ?polarity ?source WHERE {
      ?claim rdf:reifies ?statement .
      FILTER (SUBJECT(?statement) = <%s> || OBJECT(?statement) = <%4$s>)
      OPTIONAL { ?claim rdfs:label ?label }
      OPTIONAL { ?claim d:polarity ?polarity }
      OPTIONAL { ?claim d:source ?source }
    }
    ORDER BY ?claim
    """
        .formatted(Namespaces.TERMS, RDF.getURI(), RDFS.getURI(), thing.getURI());
  }
}
