package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.link.identifier.Held;
import org.dramatis.link.identifier.Identified;

/**
 * What other catalogues call something, as a table.
 *
 * @param entity the thing
 * @param types what it is
 */
public record IdentifierTable(Shown entity, List<Shown> types, List<Row> rows) {

  /** One identifier. */
  public record Row(String scheme, Shown value, List<Shown> sources, List<Shown> certainty) {}

  /** That of an entity. */
  static IdentifierTable of(Identified entity) {
    return new IdentifierTable(
        LocalLinks.NEWEST.show(entity.entity(), entity.label()),
        terms(entity.types(), entity),
        entity.identifiers().stream().map(held -> row(held, entity)).toList());
  }

  private static Row row(Held held, Identified entity) {
    return new Row(
        held.scheme().label(),
        new Shown(
            held.value(), held.scheme().page(held.value()).filter(Link::isWeb), Optional.empty()),
        terms(held.claims().stream().flatMap(said -> said.source().stream()).toList(), entity),
        terms(
            held.claims().stream()
                .flatMap(said -> said.certainty().or(said::modality).stream())
                .toList(),
            entity));
  }

  private static List<Shown> terms(List<Node> nodes, Identified entity) {
    return nodes.stream()
        .distinct()
        .map(node -> LocalLinks.NEWEST.show(node, Optional.ofNullable(entity.labels().get(node))))
        .toList();
  }
}
