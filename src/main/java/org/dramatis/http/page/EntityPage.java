package org.dramatis.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.entity.Portrait;
import org.dramatis.model.Terms;
import org.dramatis.model.Vocabulary.Properties;

/**
 * Everything that is told of one thing, as a page.
 *
 * @param title what it is called
 * @param iri its name
 * @param parts what is told of it, and of what belongs to it
 * @param pointing what points to it
 * @param rest asks for everything that points to it, where that is too much for a page
 * @param reader where its source is read beside it, if it is a claim
 * @param elsewhere the same in other ways
 */
public record EntityPage(
    String title,
    String iri,
    List<Part> parts,
    List<Pointing> pointing,
    Optional<Link> rest,
    Optional<Link> reader,
    Elsewhere elsewhere)
    implements Page {

  /**
   * What is told of one subject.
   *
   * @param heading which, if it is not the thing itself
   */
  public record Part(Optional<Heading> heading, List<Row> rows) {}

  /** The name of a part, and the end of its address. */
  public record Heading(String anchor, String text) {}

  /**
   * One statement.
   *
   * @param value a term, or the three of a triple
   * @param claims that make it, each shown by its source
   */
  public record Row(Shown property, List<Shown> value, List<Shown> claims) {}

  /** One statement of something else. */
  public record Pointing(Shown subject, Shown property) {}

  /**
   * The page of a thing.
   *
   * @param links where its links lead
   * @param profiles the addresses of all profiles, by their names
   * @param formats the addresses of the same as data, by the names of the formats
   */
  public static EntityPage of(
      Portrait portrait,
      LocalLinks links,
      Map<String, String> profiles,
      Map<String, String> formats) {
    Node thing = portrait.thing();
    Showing showing = new Showing(portrait, links);
    return new EntityPage(
        showing.name(thing),
        thing.getURI(),
        portrait.said().entrySet().stream()
            .filter(said -> said.getKey().isURI())
            .map(said -> showing.part(said.getKey(), said.getValue()))
            .toList(),
        portrait.pointing().stream()
            .map(triple ->
                new Pointing(
                    showing.term(triple.getSubject()), showing.term(triple.getPredicate())))
            .toList(),
        portrait.isCut() ? Optional.of(everythingThatPoints(thing)) : Optional.empty(),
        showing.reader(thing),
        Elsewhere.of(profiles, formats));
  }

  /** How the terms of a portrait are shown. */
  private record Showing(Portrait portrait, LocalLinks links) {

    String name(Node thing) {
      return portrait.label(thing).orElseGet(() -> Terms.show(thing));
    }

    Shown term(Node node) {
      return links.show(node, node.isURI() ? portrait.label(node) : Optional.empty());
    }

    Part part(Node subject, List<Triple> statements) {
      Optional<Heading> heading =
          subject.equals(portrait.thing())
              ? Optional.empty()
              : Optional.of(new Heading(fragment(subject), name(subject)));
      return new Part(heading, statements.stream().map(this::row).toList());
    }

    private Optional<Link> reader(Node thing) {
      return portrait.said().getOrDefault(thing, List.of()).stream()
          .filter(triple -> triple.getPredicate().equals(Properties.SOURCE))
          .map(Triple::getObject)
          .flatMap(source -> reader(thing, source).stream())
          .findFirst();
    }

    private Optional<Link> reader(Node thing, Node source) {
      return SourcesPage.reader(source, links)
          .flatMap(address ->
              ClaimCard.number(thing.getURI(), fragment(source))
                  .map(number ->
                      new Link(address + "#" + ClaimCard.anchor(number), "Read it in its source")));
    }

    private Row row(Triple statement) {
      return new Row(
          term(statement.getPredicate()),
          value(statement.getObject()).toList(),
          portrait.claims(statement).stream().map(this::claim).toList());
    }

    private Stream<Shown> value(Node node) {
      if (!node.isTripleTerm()) {
        return Stream.of(term(node));
      }
      Triple triple = node.getTriple();
      return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
          .flatMap(this::value);
    }

    /** By whom it is made: the claim itself says more. */
    private Shown claim(Node claim) {
      return links.show(claim, portrait.source(claim).map(this::name));
    }
  }

  private static String fragment(Node subject) {
    String iri = subject.getURI();
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  /** All claims about it. */
  public Link claims() {
    return ClaimsAbout.link(iri);
  }

  /** What became of it. */
  public Link history() {
    return new Link("/history?about=" + Link.encoded(iri), "since when, and by which changes");
  }

  private static Link everythingThatPoints(Node thing) {
    return Link.query(
        "SELECT ?subject ?property WHERE { ?subject ?property <%s> }".formatted(thing.getURI()),
        "ask for everything that points here");
  }
}
