package org.dramatis.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Properties;

/**
 * What is claimed to have happened when: in stories, whose time is an order, and in the world,
 * whose time has dates.
 *
 * @param stories the stories, each of one work
 * @param dated claims on the world by their dates, as these are written
 */
public record Timeline(List<Story> stories, SortedMap<String, List<Claim>> dated) {

  private static final Set<String> DATES =
      Set.of(
          XSDDatatype.XSDdate.getURI(),
          XSDDatatype.XSDdateTime.getURI(),
          XSDDatatype.XSDgYear.getURI(),
          XSDDatatype.XSDgYearMonth.getURI());

  /**
   * The story of a work.
   *
   * @param steps claims with a place in its time, by that
   * @param unplaced the others, as their sources tell them
   */
  public record Story(Labelled work, SortedMap<Integer, List<Claim>> steps, List<Claim> unplaced) {}

  /** Reads all of it. */
  public static Timeline of(Graph graph, Claims claims) {
    SortedMap<String, List<Claim>> dated = new TreeMap<>();
    for (Claim claim : claims.read(withDates(graph))) {
      dates(claim).forEach(date -> dated.computeIfAbsent(date, _ -> new ArrayList<>()).add(claim));
    }
    List<Story> stories =
        graph
            .find(Node.ANY, Properties.HOLDS_IN, Node.ANY)
            .mapWith(Triple::getObject)
            .toSet()
            .stream()
            .sorted(TermOrder.INSTANCE)
            .map(work -> story(graph, claims, work))
            .toList();
    return new Timeline(stories, dated);
  }

  private static Story story(Graph graph, Claims claims, Node work) {
    SortedMap<Integer, List<Claim>> steps = new TreeMap<>();
    List<Claim> unplaced = new ArrayList<>();
    List<Node> held =
        graph.find(Node.ANY, Properties.HOLDS_IN, work).mapWith(Triple::getSubject).toList();
    for (Claim claim : claims.read(held)) {
      List<Claim> place =
          claim.storyOrder().isPresent()
              ? steps.computeIfAbsent(claim.storyOrder().getAsInt(), _ -> new ArrayList<>())
              : unplaced;
      place.add(claim);
    }
    return new Story(claims.name(work), steps, unplaced);
  }

  /** Also claims that nothing but the claim asserts, such as those that are denied. */
  private static Set<Node> withDates(Graph graph) {
    Set<Node> found = new HashSet<>();
    ExtendedIterator<Triple> reified = graph.find(Node.ANY, RDF.reifies.asNode(), Node.ANY);
    try {
      while (reified.hasNext()) {
        Triple claim = reified.next();
        if (claim.getObject().isTripleTerm() && isDate(claim.getObject().getTriple().getObject())) {
          found.add(claim.getSubject());
        }
      }
    } finally {
      reified.close();
    }
    return found;
  }

  private static List<String> dates(Claim claim) {
    return claim.statements().stream()
        .map(says -> says.object().node())
        .filter(Timeline::isDate)
        .map(Node::getLiteralLexicalForm)
        .distinct()
        .toList();
  }

  private static boolean isDate(Node node) {
    return node.isLiteral() && DATES.contains(node.getLiteralDatatypeURI());
  }
}
