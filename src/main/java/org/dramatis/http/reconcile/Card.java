package org.dramatis.http.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.http.page.Link;
import org.dramatis.http.page.LocalLinks;
import org.dramatis.http.page.PreviewPage;
import org.dramatis.link.reconcile.DerivedProperty;
import org.dramatis.link.reconcile.Property;
import org.dramatis.link.reconcile.Schema;
import org.dramatis.link.search.Search;
import org.dramatis.link.search.Summary;

/**
 * An entity in a few lines, for somebody to see whether it is the one.
 *
 * @param name what it is called
 * @param lines what tells it from others
 * @param address where all of it is told
 */
record Card(
    Node entity, String name, Summary summary, List<PreviewPage.Line> lines, String address) {

  /** Reads it; empty if nothing is known. */
  static Optional<Card> read(Graph graph, Schema schema, Node entity, String host) {
    if (!graph.contains(entity, Node.ANY, Node.ANY)) {
      return Optional.empty();
    }
    Summary summary = Search.summary(graph, entity, Optional.empty());
    List<PreviewPage.Line> lines = new ArrayList<>();
    Stream.concat(
            Stream.of(DerivedProperty.values()),
            schema.properties().stream().filter(Property::identifies))
        .distinct()
        .forEach(property -> {
          List<String> values =
              property.values(graph, entity).stream()
                  .map(value -> show(graph, value.node()))
                  .distinct()
                  .toList();
          if (!values.isEmpty()) {
            lines.add(new PreviewPage.Line(property.title(), values));
          }
        });
    return Optional.of(
        new Card(
            entity,
            summary.label().orElseGet(entity::getURI),
            summary,
            lines,
            LocalLinks.NEWEST
                .address(entity.getURI())
                .map(path -> host + path)
                .orElseGet(entity::getURI)));
  }

  private static String show(Graph graph, Node value) {
    return value.isURI()
        ? Search.summary(graph, value, Optional.empty()).label().orElseGet(value::getURI)
        : value.isLiteral() ? value.getLiteralLexicalForm() : "something without a name";
  }

  /** As a page of its own. */
  PreviewPage preview() {
    return new PreviewPage(entity.getURI(), name, summary, lines, new Link(address, name));
  }

  /** As a part of another page, in JSON. */
  String flyout() {
    return JsonBuilder.create()
            .startObject()
            .pair("id", entity.getURI())
            .pair("html", preview().card())
            .finishObject()
            .build()
        + "\n";
  }
}
