package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.entity.Claims;
import org.dramatis.entity.Kinds;
import org.dramatis.entity.path.Path;
import org.dramatis.entity.path.ShortestPaths;
import org.dramatis.model.Vocabulary.Properties;

/**
 * How two things are connected.
 *
 * @param from what was given for the one
 * @param to what was given for the other
 * @param result what came of it; empty before anything was asked
 */
public record PathsPage(String from, String to, Optional<Result> result) implements Page {

  /** What came of a question. */
  public sealed interface Result {

    /** Nothing is called so. */
    record Unknown(String text) implements Result {}

    /**
     * The shortest ways, if there are any.
     *
     * @param isWhole whether all was looked at, and all that was found is told
     */
    record Found(Shown one, Shown other, List<Way> ways, boolean isWhole) implements Result {}
  }

  /** One way: where it begins, and how it goes on from there. */
  public record Way(Shown start, List<Leg> legs) {}

  /**
   * A part of a way, from one thing to the next.
   *
   * @param by what connects them: a property with the direction in which it is said, or a credit
   */
  public record Leg(Shown by, Shown thing) {}

  /** The form alone. */
  public static PathsPage empty(String from, String to) {
    return new PathsPage(from, to, Optional.empty());
  }

  /** Where nothing is called so. */
  public static PathsPage unknown(String from, String to, String text) {
    return new PathsPage(from, to, Optional.of(new Result.Unknown(text)));
  }

  /** The ways that were found. */
  public static PathsPage of(
      String from, String to, Node one, Node other, ShortestPaths found, Graph data) {
    Showing showing = new Showing(data, new Claims(data));
    return new PathsPage(
        from,
        to,
        Optional.of(
            new Result.Found(
                showing.thing(one),
                showing.thing(other),
                found.paths().stream().map(showing::way).toList(),
                found.isWhole())));
  }

  /** How things and what is between them are shown. */
  private record Showing(Graph data, Claims claims) {

    Shown thing(Node node) {
      return LocalLinks.NEWEST.show(node, claims.name(node).label());
    }

    /** A credit between two things is what connects them; elsewhere it is a thing. */
    Way way(Path path) {
      List<Node> things = path.things();
      List<Leg> legs = new ArrayList<>();
      int at = 0;
      while (at < things.size() - 1) {
        boolean between = at + 2 < things.size() && Kinds.isCredit(things.get(at + 1));
        legs.add(
            between
                ? new Leg(credit(things.get(at + 1)), thing(things.get(at + 2)))
                : new Leg(
                    property(path.statements().get(at), things.get(at)),
                    thing(things.get(at + 1))));
        at += between ? 2 : 1;
      }
      return new Way(thing(path.start()), legs);
    }

    private Shown credit(Node credit) {
      String roles =
          data.find(credit, Properties.ROLE, Node.ANY).mapWith(Triple::getObject).toList().stream()
              .map(role -> claims.name(role).text())
              .sorted()
              .collect(Collectors.joining(", "));
      return LocalLinks.NEWEST.show(credit, Optional.of(roles.isEmpty() ? "credit" : roles));
    }

    private Shown property(Triple statement, Node before) {
      String name = claims.name(statement.getPredicate()).text();
      boolean forwards = statement.getSubject().equals(before);
      return LocalLinks.NEWEST.show(
          statement.getPredicate(), Optional.of(forwards ? name + " →" : "← " + name));
    }
  }

  @Override
  public String title() {
    return "How two things are connected";
  }

  @Override
  public Section section() {
    return Section.SEARCH;
  }
}
