package org.dramatis.http.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.entity.Portrait;
import org.dramatis.entity.SchemaWords;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Terms;

/**
 * What a profile without claims tells of a thing, as a page.
 *
 * @param title what it is called
 * @param iri its name
 * @param rows what is told of it
 * @param pointing what points to it
 * @param elsewhere the same in other ways
 */
public record ProfilePage(
    String title,
    String iri,
    List<Row> rows,
    List<EntityPage.Pointing> pointing,
    Elsewhere elsewhere)
    implements Page {

  private static final Comparator<Triple> BY_SUBJECT =
      Comparator.comparing(Triple::getPredicate, TermOrder.INSTANCE)
          .thenComparing(Triple::getSubject, TermOrder.INSTANCE);
  private static final Comparator<Triple> BY_OBJECT =
      Comparator.comparing(Triple::getPredicate, TermOrder.INSTANCE)
          .thenComparing(Triple::getObject, TermOrder.INSTANCE);

  /** One statement. */
  public record Row(Shown property, Shown value) {}

  /**
   * The page.
   *
   * @param portrait the thing, with the labels of what is near
   * @param told what is told of it
   * @param links where its links lead
   * @param profiles the addresses of all profiles, by their names
   * @param formats the addresses of the same as data, by the names of the formats
   */
  public static ProfilePage of(
      Portrait portrait,
      Graph told,
      LocalLinks links,
      Map<String, String> profiles,
      Map<String, String> formats) {
    Node thing = portrait.thing();
    Showing showing = new Showing(portrait, told, links);
    return new ProfilePage(
        showing.label(thing).orElseGet(() -> Terms.show(thing)),
        thing.getURI(),
        told.find(thing, Node.ANY, Node.ANY).toList().stream()
            .sorted(BY_OBJECT)
            .map(triple ->
                new Row(showing.term(triple.getPredicate()), showing.term(triple.getObject())))
            .toList(),
        told.find(Node.ANY, Node.ANY, thing).toList().stream()
            .sorted(BY_SUBJECT)
            .map(triple ->
                new EntityPage.Pointing(
                    showing.term(triple.getSubject()), showing.term(triple.getPredicate())))
            .toList(),
        Elsewhere.of(profiles, formats));
  }

  /** How the terms of what is told are shown. */
  private record Showing(Portrait portrait, Graph told, LocalLinks links) {

    Shown term(Node node) {
      return links.show(node, node.isURI() ? label(node) : Optional.empty());
    }

    Optional<String> label(Node node) {
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
  }
}
