package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.history.NetChange;
import org.dramatis.model.Version;

/**
 * What changed between two versions as a page. Statements that it does not show are counted, and
 * said to be left out.
 */
public record DiffPage(NetChange net) implements Page {

  /** Nobody reads more; a page with all of a large change would stop a browser. */
  private static final int MOST = 1000;

  /** Statements that came, or that went. */
  public record Part(String name, long count, List<Row> rows) {

    private static Part of(String name, Supplier<Stream<Quad>> quads) {
      try (Stream<Quad> counted = quads.get();
          Stream<Quad> shown = quads.get()) {
        return new Part(name, counted.count(), shown.limit(MOST).map(Row::of).toList());
      }
    }

    /** How many are not shown. */
    public long hidden() {
      return count - rows.size();
    }
  }

  /** One statement. */
  public record Row(Shown subject, Shown predicate, Shown object, Optional<Shown> graph) {

    private static Row of(Quad quad) {
      return new Row(
          Shown.of(quad.getSubject()),
          Shown.of(quad.getPredicate()),
          Shown.of(quad.getObject()),
          quad.isDefaultGraph() ? Optional.empty() : Optional.of(Shown.of(quad.getGraph())));
    }
  }

  @Override
  public String title() {
    return "From version %s to version %s".formatted(net.from(), net.to());
  }

  @Override
  public Section section() {
    return Section.VERSIONS;
  }

  /** The two versions, of which the one before all others has no page, and the way back. */
  public List<Link> versions() {
    return Stream.of(
            version(net.from()).stream(),
            version(net.to()).stream(),
            Stream.of(new Link(address(net.to(), net.from()), "the way back")))
        .flatMap(links -> links)
        .toList();
  }

  private static Optional<Link> version(Version version) {
    return version.equals(Version.NONE)
        ? Optional.empty()
        : Optional.of(new Link("/history/" + version, "version " + version));
  }

  private static String address(Version from, Version to) {
    return "/diff?from=%s&to=%s".formatted(from, to);
  }

  /** What came and what went. */
  public List<Part> parts() {
    return List.of(Part.of("Added", net::added), Part.of("Deleted", net::deleted));
  }

  /** All of it as data. */
  public List<Link> formats() {
    String here = address(net.from(), net.to());
    return List.of(
        new Link(here + "&format=patch", "RDF Patch"),
        new Link(here + "&format=json", "JSON"),
        new Link(here + "&part=added&format=ttl", "what is added, as Turtle"),
        new Link(here + "&part=deleted&format=ttl", "what is deleted, as Turtle"));
  }
}
