package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.entity.SourceFacts;
import org.dramatis.model.Namespaces;

/**
 * All sources, with what the graph says of them.
 *
 * @param rows the sources
 */
public record SourcesPage(List<Row> rows) implements Page {

  /** Where it is. */
  public static final String PATH = "/sources";

  /**
   * A source.
   *
   * @param name leads to what it says
   * @param about what it is, in a sentence
   * @param node leads to the source as a thing
   */
  public record Row(
      Shown name,
      Optional<String> about,
      List<Shown> kinds,
      List<Shown> publishers,
      List<Shown> dates,
      List<Shown> licences,
      long claims,
      Shown node) {

    static Row of(SourceFacts facts, LocalLinks links) {
      Node source = facts.source().node();
      return new Row(
          reader(source, links)
              .map(address ->
                  new Shown(facts.source().text(), Optional.of(address), Optional.empty()))
              .orElseGet(() -> links.show(source, facts.source().label())),
          facts.about(),
          shown(facts.kinds(), links),
          shown(facts.publishers(), links),
          shown(facts.dates(), links),
          shown(facts.licences(), links),
          facts.claims(),
          links.show(source, Optional.empty()));
    }

    private static List<Shown> shown(List<Labelled> all, LocalLinks links) {
      return all.stream()
          .map(each ->
              links.show(
                  each.node(),
                  each.label().or(() -> Optional.of(each.node().toString()).filter(Link::isWeb))))
          .toList();
    }
  }

  /** The page of these sources. */
  public static SourcesPage of(List<SourceFacts> sources, LocalLinks links) {
    return new SourcesPage(sources.stream().map(facts -> Row.of(facts, links)).toList());
  }

  /** Where a source is read, if it has a name of ours. */
  static Optional<String> reader(Node source, LocalLinks links) {
    String own = Namespaces.source("");
    return Optional.of(source.toString())
        .filter(iri -> iri.startsWith(own))
        .map(iri -> PATH + "/" + iri.substring(own.length()) + links.query())
        .filter(Link::isSafe);
  }

  @Override
  public String title() {
    return "Sources";
  }

  @Override
  public Section section() {
    return Section.SOURCES;
  }
}
